/** What makes a tree of the events of a document. Spec: https://docs.python.org/3/library/xml.etree.elementtree.html#treebuilder-objects */
import { add } from '../../builtins/arithmetic.js';
import { getAttr, setAttr } from '../../object/attributes.js';
import { call1, call2, callMethod } from '../../object/call.js';
import { IndexError } from '../../object/errors.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { PyTuple } from '../../object/values.js';
import { addChild, checkElement, joined, PyElement, TextPieces } from './element.js';
import { parseError } from './state.js';

export type EventName = 'start' | 'end' | 'start-ns' | 'end-ns' | 'comment' | 'pi';

export class PyTreeBuilder extends PyObject {
  root: Py = null;
  /** The element under way. */
  private current: Py = null;
  /** What text goes into, while it takes no tail. */
  private last: Py = null;
  /** What has ended last, or was put between: text goes after it. */
  private ended: Py = undefined;
  /** Text that waits for what it belongs to; more than one piece if they are no texts. */
  private data: Py[] = [];
  private readonly open: Py[] = [];

  /** What makes elements, comments and instructions; null for what is plainly made. */
  elementFactory: Py = null;
  commentFactory: Py = null;
  instructionFactory: Py = null;
  insertsComments = false;
  insertsInstructions = false;

  /** Takes the events that are wanted. */
  append: Py = null;
  /** What each wanted event is called. */
  readonly wanted = new Map<EventName, Py>();

  /** Tells an event to who wants it. */
  private tell(event: EventName, what: Py): void {
    if (this.append === null) return;
    const name = this.wanted.get(event);
    if (name === undefined) return;
    const pair = new PyTuple([name, what]);
    call1(this.append, pair);
  }

  text(data: Py): void {
    if (this.data.length === 0 && this.last === null) return;
    this.data.push(data);
  }

  /** Puts the text that waits where it belongs. */
  private flush(): void {
    const { data } = this;
    if (data.length === 0) return;
    const isTail = this.ended !== undefined;
    const element = isTail ? this.ended : this.last;
    const field = isTail ? 'tail' : 'text';
    if (element instanceof PyElement && !element.c$.isHeap && element[field] === null) {
      element[field] = data.length === 1 ? data[0] : inPieces(data);
    } else {
      const before = getAttr(element, field);
      const text = joined(data);
      setAttr(element, field, before === null ? text : add(before, text));
    }
    this.data = [];
  }

  private add(parent: Py, child: Py): void {
    if (parent instanceof PyElement && !parent.c$.isHeap) addChild(parent, checkElement(child));
    else callMethod(parent, 'append', child);
  }

  /** @param attributes null for none */
  start(tag: Py, attributes: PyDict | null): Py {
    this.flush();
    const factory = this.elementFactory;
    const node: Py =
      factory === null ? new PyElement(tag, attributes) : call2(factory, tag, attributes ?? new PyDict());
    this.ended = undefined;
    if (this.current !== null) this.add(this.current, node);
    else {
      if (this.root !== null) throw call1(parseError().type, 'multiple elements on top level');
      this.root = node;
    }
    this.open.push(this.current);
    this.current = node;
    this.last = node;
    this.tell('start', node);
    return node;
  }

  end(): Py {
    this.flush();
    if (this.open.length === 0) throw IndexError('pop from empty stack');
    const node = this.current;
    this.last = node;
    this.ended = node;
    this.current = this.open.pop();
    this.tell('end', node);
    return node;
  }

  comment(text: Py): Py {
    this.flush();
    let made = text;
    if (this.commentFactory !== null) {
      made = call1(this.commentFactory, text);
      if (this.insertsComments) this.put(made);
    }
    this.tell('comment', made);
    return made;
  }

  instruction(target: Py, text: Py): Py {
    this.flush();
    let made: Py;
    if (this.instructionFactory === null) made = new PyTuple([target, text]);
    else {
      made = call2(this.instructionFactory, target, text);
      if (this.insertsInstructions) this.put(made);
    }
    this.tell('pi', made);
    return made;
  }

  /** Puts a comment or an instruction into the element under way. */
  private put(node: Py): void {
    if (this.current === null) return;
    this.add(this.current, node);
    this.ended = node;
  }

  startNamespace(prefix: string, uri: string): void {
    if (this.wanted.has('start-ns')) this.tell('start-ns', new PyTuple([prefix, uri]));
  }

  endNamespace(): void {
    this.tell('end-ns', null);
  }

  get wantsInstructions(): boolean {
    return this.insertsInstructions || this.wanted.has('pi');
  }
}

/** Pieces that are all texts are one. */
function inPieces(data: readonly Py[]): Py {
  let text = '';
  for (let i = 0; i < data.length; i++) {
    const piece: Py = data[i];
    if (typeof piece !== 'string') return new TextPieces(data);
    text += piece;
  }
  return text;
}

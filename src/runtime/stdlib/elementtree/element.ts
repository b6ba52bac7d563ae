/** What an element of `xml.etree.ElementTree` holds. Spec: https://docs.python.org/3/library/xml.etree.elementtree.html#element-objects */
import { TypeError } from '../../object/errors.js';
import { strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import type { PyIterator } from '../../object/pyIterator.js';
import { PyDict } from '../../object/table.js';
import { typeOf } from '../../object/typeof.js';
import { PyList } from '../../object/values.js';

/** Text that a builder was given in pieces of which some are no texts: whoever asks for it is told so. */
export class TextPieces {
  constructor(readonly items: readonly Py[]) {}
}

export class PyElement extends PyObject {
  private heldText: Py = null;
  private heldTail: Py = null;
  children: PyElement[] = [];
  /** Goes up with each change of the children or attributes that an iteration may come upon. */
  version = 0;

  constructor(
    public tag: Py = null,
    /** Made when it is first asked for. */
    public attributes: PyDict | null = null,
  ) {
    super();
  }

  /** For `iter`: what goes over the children where `__getitem__` is the class's own. */
  declare iterateBy$: (this: PyElement, getItem: Py) => PyIterator | undefined;
  declare readonly m$__getitem__: Py;

  get text(): Py {
    const text = this.heldText;
    if (!(text instanceof TextPieces)) return text;
    this.heldText = joined(text.items);
    return this.heldText;
  }

  set text(text: Py) {
    this.heldText = text;
  }

  get tail(): Py {
    const tail = this.heldTail;
    if (!(tail instanceof TextPieces)) return tail;
    this.heldTail = joined(tail.items);
    return this.heldTail;
  }

  set tail(tail: Py) {
    this.heldTail = tail;
  }

  get attrib(): PyDict {
    this.attributes ??= new PyDict();
    return this.attributes;
  }
}

/** @throws TypeError for what is no element */
export function checkElement(o: Py): PyElement {
  if (!(o instanceof PyElement)) throw TypeError(`expected an Element, not "${typeOf(o).name}"`);
  return o;
}

/** The same for an argument: how the message begins is the caller's. */
export function elementArgument(o: Py, where: string): PyElement {
  if (o instanceof PyElement) return o;
  throw TypeError(`${where} must be xml.etree.ElementTree.Element, not ${nameOf(o)}`);
}

/** @throws TypeError for what is no dict */
export function dictArgument(o: Py, where: string): PyDict {
  if (o instanceof PyDict) return o;
  throw TypeError(`${where} must be dict, not ${nameOf(o)}`);
}

/** The count of arguments of a method that is given its class too, as CPython says it. */
export function checkGiven(name: string, count: number, given: number): void {
  if (given === count) return;
  throw TypeError(`${name}() takes exactly ${count} positional argument${count === 1 ? '' : 's'} (${given} given)`);
}

const nameOf = (o: Py): string => (o === null ? 'None' : typeOf(o).name);

export function addChild(parent: PyElement, child: PyElement): void {
  parent.children.push(child);
  parent.version++;
}

/** The pieces as one text. */
export function joined(data: readonly Py[]): Py {
  const [first] = data;
  const items = data.length === 1 && first instanceof PyList ? first.items : data;
  return items
    .map((item, i) => {
      const text = strValue(item);
      if (text === undefined) throw TypeError(`sequence item ${i}: expected str instance, ${typeOf(item).name} found`);
      return text;
    })
    .join('');
}

/** A parser that tells a target, mostly a builder of trees, of a document. Spec: https://docs.python.org/3/library/xml.etree.elementtree.html#xmlparser-objects */
import { warn } from '../../builtins/warn.js';
import { findAttr, setAttr } from '../../object/attributes.js';
import { call0, call1, call2, call3 } from '../../object/call.js';
import { PyBaseException } from '../../object/errors.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { MOST_TEXTS } from '../../object/textDict.js';
import { smallDict } from '../../helpers/builders.js';
import { PyTuple } from '../../object/values.js';
import { errorText, XmlFailure } from '../pyexpat/errors.js';
import type { XmlEvents } from '../pyexpat/events.js';
import { XmlParser } from '../pyexpat/parser.js';
import { encodingError } from '../pyexpat/parserType.js';
import { parseError } from './state.js';
import { PyTreeBuilder } from './treeBuilder.js';

const UNDEFINED_ENTITY = 11;

const IGNORED = 'The doctype() method of XMLParser is ignored.  Define doctype() method on the TreeBuilder target.';

/** Methods of a target, undefined where it has none. */
const METHODS = ['start_ns', 'end_ns', 'start', 'data', 'end', 'comment', 'pi', 'close', 'doctype'] as const;
type Methods = Partial<Record<(typeof METHODS)[number], Py>>;

export class PyTreeParser extends PyObject {
  target: Py = null;
  /** What the program says that entities stand for. */
  entity: PyDict | null = null;
  /** Undefined until `__init__`. */
  parser: XmlParser | undefined;
  /** The target, if it is a builder that no subclass changes: it is told without Python's calls. */
  private builder: PyTreeBuilder | null = null;
  private methods: Methods = {};
  /** Names as Expat gives them, and as Python does: the URI in braces. */
  private readonly names = new Map<string, string>();
  /** Names of the attributes that the last element of each tag had, after `undefined`. */
  private readonly keysOf = new Map<string, Py[]>();
  /** What the target has raised: the document is read to its end, but nothing told any more. */
  private raised: PyBaseException | undefined;

  setUp(target: Py, encoding: string | null): void {
    this.target = target;
    this.entity = new PyDict();
    this.names.clear();
    this.keysOf.clear();
    this.methods = Object.fromEntries(METHODS.map((name) => [name, findAttr(target, name)]));
    this.builder = target instanceof PyTreeBuilder && !target.c$.isHeap ? target : null;
    this.parser = new XmlParser(this.events(), '}');
    this.parser.onUnknownEncoding = (name, outcome) => {
      this.raised ??= encodingError(name, outcome);
    };
    if (encoding !== null) this.parser.fixEncoding(encoding);
  }

  private events(): XmlEvents {
    const { start_ns, end_ns, comment, pi } = this.methods;
    const events: XmlEvents = {
      expands: true,
      startElement: this.telling(this.startElement),
      endElement: this.telling(this.endElement),
      characters: this.telling(this.characters),
      raw: this.telling(this.entityReference),
      startDoctype: this.telling(this.startDoctype),
    };
    if (start_ns !== undefined || end_ns !== undefined) this.takeNamespaces(events);
    if (comment !== undefined) this.takeComments(events);
    if (pi !== undefined) this.takeInstructions(events);
    return events;
  }

  takeNamespaces(events: XmlEvents): void {
    events.startNamespace = this.telling(this.startNamespace);
    events.endNamespace = this.telling(this.endNamespace);
  }

  takeComments(events: XmlEvents): void {
    events.comment = this.telling(this.comment);
  }

  takeInstructions(events: XmlEvents): void {
    events.instruction = this.telling(this.instruction);
  }

  /** Makes what the parser calls: it tells the target, unless that has raised something, and keeps what it raises. */
  private telling<A, B, C>(tell: (this: PyTreeParser, a: A, b: B, c: C) => void): (a: A, b?: B, c?: C) => void {
    return (a, b, c) => {
      if (this.raised !== undefined) return;
      try {
        tell.call(this, a, b as B, c as C);
      } catch (error) {
        if (!(error instanceof PyBaseException)) throw error;
        this.raised = error;
      }
    };
  }

  private universal(name: string): string {
    let known = this.names.get(name);
    if (known === undefined) this.names.set(name, (known = name.includes('}') ? `{${name}` : name));
    return known;
  }

  /** @param tag whose elements mostly have the same attributes: their dicts have one array of keys */
  private attributes(list: readonly string[], tag: string): PyDict {
    if (list.length > 2 * MOST_TEXTS || list.length === 0) {
      const dict = new PyDict();
      for (let i = 0; i < list.length; i += 2) dict.set(this.universal(list[i]!), list[i + 1]!);
      return dict;
    }
    let keys = this.keysOf.get(tag);
    if (keys === undefined || !this.areNames(keys, list)) {
      keys = [undefined, ...list.filter((_, i) => i % 2 === 0).map((name) => this.universal(name))];
      this.keysOf.set(tag, keys);
    }
    const values = list.length === 2 ? [undefined, list[1]] : [undefined, ...list.filter((_, i) => i % 2 === 1)];
    return smallDict(keys, values);
  }

  private areNames(keys: readonly Py[], list: readonly string[]): boolean {
    if (keys.length !== list.length / 2 + 1) return false;
    for (let i = 1; i < keys.length; i++) if (keys[i] !== this.universal(list[2 * i - 2]!)) return false;
    return true;
  }

  private startElement(name: string, list: readonly string[]): void {
    const { builder, methods } = this;
    if (builder === null && methods.start === undefined) return;
    const tag = this.universal(name);
    let attributes: PyDict | null = null;
    if (list.length > 0 || builder === null) attributes = this.attributes(list, tag);
    if (builder !== null) builder.start(tag, attributes);
    else call2(methods.start, tag, attributes);
  }

  private endElement(name: string): void {
    if (this.builder !== null) this.builder.end();
    else if (this.methods.end !== undefined) call1(this.methods.end, this.universal(name));
  }

  private characters(text: Py): void {
    if (this.builder !== null) this.builder.text(text);
    else if (this.methods.data !== undefined) call1(this.methods.data, text);
  }

  /** What nothing else takes: a reference to an entity that the document does not declare. */
  private entityReference(text: string): void {
    if (text.length < 2 || text[0] !== '&') return;
    const value = this.entity!.get(text.slice(1, -1));
    if (value === undefined) {
      throw this.failure(UNDEFINED_ENTITY, `undefined entity ${text.slice(0, 100)}`);
    }
    this.characters(value);
  }

  private startNamespace(prefix: string | null, uri: string | null): void {
    if (this.builder !== null) this.builder.startNamespace(prefix ?? '', uri ?? '');
    else if (this.methods.start_ns !== undefined) call2(this.methods.start_ns, prefix ?? '', uri ?? '');
  }

  private endNamespace(prefix: string | null): void {
    if (this.builder !== null) this.builder.endNamespace();
    else if (this.methods.end_ns !== undefined) call1(this.methods.end_ns, prefix ?? '');
  }

  private comment(text: string): void {
    if (this.builder !== null) this.builder.comment(text);
    else if (this.methods.comment !== undefined) call1(this.methods.comment, text);
  }

  private instruction(target: string, data: string): void {
    if (this.builder !== null) {
      if (this.builder.wantsInstructions) this.builder.instruction(target, data);
    } else if (this.methods.pi !== undefined) call2(this.methods.pi, target, data);
  }

  private startDoctype(name: string, system: string | null, publicId: string | null): void {
    const [given, where, known] = [name, system, publicId].map((part) => (part === null ? null : this.universal(part)));
    if (this.methods.doctype !== undefined) call3(this.methods.doctype, given, known, where);
    else if (findAttr(this, 'doctype') !== undefined) warn('RuntimeWarning', IGNORED);
  }

  private failure(code: number, text: string): PyBaseException {
    const { line, column } = this.parser!;
    const error = call1(parseError().type, `${text}: line ${line}, column ${column}`);
    setAttr(error, 'code', code);
    setAttr(error, 'position', new PyTuple([line, column]));
    return error;
  }

  /** Reads the next bytes; raises what the target has raised, or what is wrong with them. */
  feed(bytes: Uint8Array, final: boolean): void {
    let failure: XmlFailure | undefined;
    try {
      this.parser!.feed(bytes, final);
    } catch (reason) {
      if (!(reason instanceof XmlFailure)) throw reason;
      failure = reason;
    }
    const { raised } = this;
    this.raised = undefined;
    if (raised !== undefined) throw raised;
    if (failure !== undefined) throw this.failure(failure.code, errorText(failure.code) ?? 'None');
  }

  /** What the target makes of the document. */
  result(): Py {
    if (this.builder !== null) return this.builder.root;
    return this.methods.close === undefined ? null : call0(this.methods.close);
  }

  /** The builder whose events may be asked for; null for another target. */
  get treeBuilder(): PyTreeBuilder | null {
    return this.builder;
  }
}

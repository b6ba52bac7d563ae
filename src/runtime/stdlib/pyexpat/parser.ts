/**
 * A parser of XML that tells events, as Expat does.
 * Spec: https://www.w3.org/TR/2006/REC-xml-20060816/, https://libexpat.github.io/doc/
 */
import { readContent } from './content.js';
import { Declarations } from './declarations.js';
import { Dtd } from './dtd.js';
import type { OpenElement } from './elements.js';
import { type ErrorName, XmlFailure } from './errors.js';
import type { XmlEvents } from './events.js';
import { type Outcome, XmlInput } from './input.js';
import { Namespaces } from './namespaces.js';
import { Position } from './position.js';
import { PrologScanner, type Token } from './prologTokens.js';
import { readExternalSubset } from './outside.js';
import { INCOMPLETE, type Scanner, withLineEnds } from './scanner.js';
import { readXmlDeclaration } from './xmlDeclaration.js';

/** A document, or what is read for it: the content of an element, or declarations of its type. */
export type Kind = 'document' | 'entity' | 'subset';

/** What entities may add up to, before their proportion to the document counts. */
const SAFE_SIZE = 8 * 1024 * 1024;
const SAFE_FACTOR = 100;

/** Bytes of UTF-8 that text in another encoding is told in. */
const PIECE = 1024;

/** Whether parameter entities are read, by the number that the program gives. */
const NEVER = 0;
const UNLESS_STANDALONE = 1;

export class XmlParser {
  state: 'prolog' | 'content' | 'section' | 'epilog' = 'prolog';
  readonly open: OpenElement[] = [];
  readonly input = new XmlInput();
  dtd = new Dtd();
  base: string | null = null;
  namespaces: Namespaces | undefined;
  /** Whether parameter entities are read; a number of XML_PARAM_ENTITY_PARSING_*. */
  parameterParsing = NEVER;
  usesForeignDtd = false;
  defersReparsing = true;
  hasStarted = false;
  /** Number of the error that ended the parsing; 0 for none. */
  errorCode = 0;
  /** Reads the bytes' encoding wrong: told by the program that owns this parser. */
  onUnknownEncoding: ((name: string, outcome: Outcome) => void) | undefined;

  private readonly source: PrologScanner;
  private declarations: Declarations;
  private failure: XmlFailure | undefined;
  private isFinished = false;
  private hasText = false;
  private readonly position = new Position((text) => this.input.byteLength(text));
  /** Where the event at hand begins in the text at hand; -1 before the first. */
  eventIndex = -1;
  /** Bytes that were there when the last token at hand was found to go on after them. */
  private stuckAt = 0;
  private prefixes = false;
  /** The encoding that the program named, until the first bytes come. */
  private fixed: string | undefined;
  private sums = { given: 0, expanded: 0 };

  /** @param separator between URI and name; undefined for names as they are written */
  constructor(
    readonly events: XmlEvents,
    readonly separator: string | undefined,
    readonly kind: Kind = 'document',
  ) {
    this.namespaces = separator === undefined ? undefined : new Namespaces(separator, events);
    this.source = new PrologScanner('', false, separator !== undefined);
    this.declarations = new Declarations(this, kind === 'subset');
    if (kind === 'entity') this.state = 'content';
  }

  /** Names of elements keep their prefixes, after their URI. */
  get keepsPrefixes(): boolean {
    return this.prefixes;
  }

  set keepsPrefixes(on: boolean) {
    this.prefixes = on;
    if (this.namespaces !== undefined) this.namespaces.keepsPrefixes = on;
  }

  /** Sets the bytes' encoding, which counts more than what the document says. */
  fixEncoding(name: string): void {
    this.fixed = name;
  }

  get isChild(): boolean {
    return this.kind !== 'document';
  }

  /** A parser of something that this one refers to; the context is what `externalEntity` was given. */
  child(events: XmlEvents, context: string | null): XmlParser {
    const child = new XmlParser(events, this.separator, context === null ? 'subset' : 'entity');
    child.dtd = this.dtd;
    child.base = this.base;
    child.parameterParsing = this.parameterParsing;
    child.sums = this.sums;
    child.defersReparsing = this.defersReparsing;
    child.keepsPrefixes = this.keepsPrefixes;
    for (const part of context?.split('\f') ?? []) if (part.includes('=')) child.namespaces?.inherit(part);
    if (context === null) this.dtd.wasParameterRead = true;
    return child;
  }

  /**
   * Reads the next bytes.
   * @throws XmlFailure, after which `line`, `column` and `byte` tell where
   */
  feed(bytes: Uint8Array, final: boolean): void {
    if (this.isFinished) throw this.failed(new XmlFailure('FINISHED', this.source.pos));
    if (this.failure !== undefined) throw this.failure;
    this.hasStarted = true;
    this.sums.given += bytes.length;
    this.input.add(bytes);
    try {
      this.useFixedEncoding();
      while (this.readMore(final)) {
        // What follows a declaration is in the encoding that it names.
      }
      if (final) this.checkEnd();
    } catch (failure) {
      if (!(failure instanceof XmlFailure)) throw failure;
      this.failure = failure;
      this.isFinished = failure.name === 'ABORTED';
      throw this.failed(failure);
    }
    this.isFinished = final;
    if (bytes.length > 0 || this.eventIndex >= 0) this.dropRead();
  }

  private useFixedEncoding(): void {
    const name = this.fixed;
    if (name === undefined) return;
    this.fixed = undefined;
    const outcome = this.input.fix(name);
    if (outcome === 'known') return;
    this.onUnknownEncoding?.(name, outcome);
    throw new XmlFailure('UNKNOWN_ENCODING', -1);
  }

  private failed(failure: XmlFailure): XmlFailure {
    this.errorCode = failure.code;
    this.eventIndex = failure.at;
    return failure;
  }

  /** Reads text that can be decoded now; whether there may be more of it. */
  private readMore(final: boolean): boolean {
    const { input, source } = this;
    const have = input.byteLength(source.text.slice(source.pos)) + input.waiting;
    if (this.defersReparsing && !final && have < 2 * this.stuckAt) return false;
    const text = input.take(final);
    if (!this.hasText && text !== '') {
      this.hasText = true;
      if (text.startsWith('\ufeff')) source.pos = 1;
    }
    source.text += text;
    source.final = final && input.waiting === 0;
    const before = source.pos;
    this.run();
    this.stuckAt = source.pos === before ? have : 0;
    return input.waiting > 0 && text !== '';
  }

  private run(): void {
    const { source } = this;
    try {
      while (source.pos < source.text.length) this.step();
    } catch (reason) {
      if (reason !== INCOMPLETE) throw reason;
      if (source.final) throw this.cutOff();
    }
  }

  private cutOff(): XmlFailure {
    return new XmlFailure(this.state === 'section' ? 'UNCLOSED_CDATA_SECTION' : 'UNCLOSED_TOKEN', this.source.pos);
  }

  /** Reads what comes next, up to where the kind of it changes. */
  private step(): void {
    const { source } = this;
    if (this.state === 'content' && this.kind === 'entity' && !this.readsContent()) return;
    if (this.state === 'content' || this.state === 'section') {
      readContent(this, source, 0);
      return;
    }
    this.mark(source);
    const token = source.token();
    if (this.state === 'prolog') this.prologToken(token);
    else if (token.kind === 'comment') this.readComment(source);
    else if (token.kind === 'instruction') this.readInstruction(source);
    else if (token.kind === 'space') {
      this.raw(source, token.end);
      source.pos = token.end;
    } else throw new XmlFailure('JUNK_AFTER_DOC_ELEMENT', token.at);
  }

  private isTextDeclarationRead = false;

  /** An entity may begin with a declaration of its encoding; false if that was read. */
  private readsContent(): boolean {
    if (this.isTextDeclarationRead) return true;
    const { source } = this;
    const start = source.text.slice(source.pos, source.pos + 6);
    if (!source.final && start.length < 6 && '<?xml '.startsWith(start)) throw INCOMPLETE;
    this.isTextDeclarationRead = true;
    if (!/^<\?xml[ \t\r\n]/.test(start)) return true;
    this.mark(source);
    const token = source.token();
    if (!this.readXmlDeclaration(token)) this.raw(source, token.end);
    source.pos = token.end;
    return false;
  }

  private prologToken(token: Token): void {
    if (token.kind === 'start' && this.kind === 'document' && this.declarations.canStart) {
      if (this.usesForeignDtd) readExternalSubset(this, null, null, token.at);
      this.state = 'content';
    } else if (token.kind === 'start') throw new XmlFailure('SYNTAX', token.at);
    else this.declarations.take(token, this.source);
  }

  /** After a carriage return at the end of the document, which is an error where it stands. */
  checkCut(source: Scanner): void {
    if (source === this.source && this.kind === 'document') throw new XmlFailure('NO_ELEMENTS', this.eventIndex);
  }

  /** What may be missing at the end of the document. */
  private checkEnd(): void {
    const at = this.source.pos;
    const fail = (name: ErrorName): never => {
      throw new XmlFailure(name, at);
    };
    this.eventIndex = at;
    if (this.state === 'section') fail('UNCLOSED_CDATA_SECTION');
    if (this.kind === 'document' && this.state !== 'epilog') fail('NO_ELEMENTS');
    if (this.kind === 'entity' && this.open.length > 0) fail('ASYNC_ENTITY');
    if (this.kind === 'subset' && !this.declarations.isBetween) fail('INCOMPLETE_PE');
  }

  /** Forgets the text that was read. */
  private dropRead(): void {
    const { source } = this;
    this.position.advance(source.text, source.pos);
    this.position.drop(source.pos);
    source.text = source.text.slice(source.pos);
    source.pos = 0;
    this.eventIndex = 0;
  }

  /** The event that begins here is told next. Inside of an entity it is still the one of the reference. */
  mark(source: Scanner): void {
    if (source === this.source) this.eventIndex = source.pos;
  }

  markAt(source: Scanner, at: number): void {
    if (source === this.source) this.eventIndex = at;
  }

  /** The byte that the event begins with, from the document's start; -1 before the first. */
  get byte(): number {
    if (this.eventIndex < 0) return -1;
    this.locate();
    return this.position.bytes;
  }

  /** The event's line, from 1. */
  get line(): number {
    this.locate();
    return this.position.line;
  }

  /** The event's column, from 0. */
  get column(): number {
    this.locate();
    return this.position.column;
  }

  private locate(): void {
    if (this.eventIndex >= 0) this.position.advance(this.source.text, this.eventIndex);
  }

  /** The document's bytes from the event on, as far as they are there. */
  context(): Uint8Array {
    return this.input.bytesFrom(this.source.text.slice(Math.max(this.eventIndex, 0)));
  }

  /** Tells what is written from the source's position to `end`, if nobody takes it otherwise. */
  raw(source: Scanner, end: number): void {
    this.events.raw?.(source.text.slice(source.pos, end));
  }

  /** Tells text: `written` is what stands in the document for it. */
  giveText(text: string, written: string): void {
    if (this.events.characters !== undefined) this.events.characters(text);
    else this.events.raw?.(written);
  }

  /**
   * Tells a run of text that stands there as it is. What is not in UTF-8 comes in pieces, as Expat converts it.
   * @param source goes on behind it
   */
  giveRun(source: Scanner, run: string): void {
    const at = source.pos - run.length;
    if (run.length * 3 <= PIECE || source !== this.source || this.input.isUtf8) {
      this.giveText(run, run);
      return;
    }
    for (let i = 0; i < run.length; ) {
      let end = i;
      for (let room = PIECE; end < run.length; ) {
        const code = run.codePointAt(end)!;
        room -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        if (room < 0) break;
        end += code < 0x10000 ? 1 : 2;
      }
      this.eventIndex = at + i;
      const piece = run.slice(i, end);
      this.giveText(piece, piece);
      i = end;
    }
  }

  readComment(source: Scanner): void {
    const end = source.comment();
    const { comment } = this.events;
    if (comment !== undefined) comment(withLineEnds(source.text.slice(source.pos + 4, end - 3)));
    else this.raw(source, end);
    source.pos = end;
  }

  readInstruction(source: Scanner): void {
    const { target, data, end } = source.instruction();
    if (target === 'xml') throw new XmlFailure('MISPLACED_XML_PI', source.pos);
    const { instruction } = this.events;
    if (instruction !== undefined) instruction(target, withLineEnds(data));
    else this.raw(source, end);
    source.pos = end;
  }

  /** `<?xml …?>`; false if nobody was told of it. */
  readXmlDeclaration(token: Token): boolean {
    const { version, encoding, encodingAt, standalone } = readXmlDeclaration(token, this.isChild);
    if (standalone === 1) {
      this.dtd.standalone = true;
      if (this.parameterParsing === UNLESS_STANDALONE) this.parameterParsing = NEVER;
    }
    const { xmlDeclaration, raw } = this.events;
    if (xmlDeclaration !== undefined) xmlDeclaration(version, encoding, standalone);
    else raw?.(token.text);
    if (encoding !== null) this.declareEncoding(encoding, encodingAt);
    return true;
  }

  private declareEncoding(name: string, at: number): void {
    // Bytes before this were read in the encoding so far.
    this.position.advance(this.source.text, at);
    const outcome = this.input.declare(name);
    if (outcome === 'known') return;
    if (outcome === 'incorrect') throw new XmlFailure('INCORRECT_ENCODING', at);
    this.onUnknownEncoding?.(name, outcome);
    throw new XmlFailure('UNKNOWN_ENCODING', at);
  }

  /** Runs what reads an entity's text: what is wrong in it is told at the reference. */
  insideEntity(run: () => void): void {
    try {
      run();
    } catch (reason) {
      if (reason === INCOMPLETE) throw new XmlFailure('UNCLOSED_TOKEN', this.eventIndex);
      throw reason instanceof XmlFailure ? new XmlFailure(reason.name, this.eventIndex) : reason;
    }
  }

  /** Entities that stand for much more than the document has are refused: an attack. */
  account(text: string): void {
    const { sums } = this;
    sums.expanded += text.length;
    const total = sums.given + sums.expanded;
    if (total > SAFE_SIZE && total > SAFE_FACTOR * sums.given) {
      throw new XmlFailure('AMPLIFICATION_LIMIT_BREACH', this.eventIndex);
    }
  }

  /** A section of the declarations that is left out, from its bracket on. */
  ignoreSection(): void {
    this.source.pos++;
    this.source.pos = this.source.endOfIgnored();
  }
}

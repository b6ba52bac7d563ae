/** The prolog: what precedes the root element, and the declarations of a document type in it or outside. */
import { attributeValue } from './attributes.js';
import { readContentModel } from './contentModel.js';
import { entityValue } from './entityValue.js';
import { XmlFailure } from './errors.js';
import { checkStandalone, readExternalSubset, readParameter } from './outside.js';
import type { XmlParser } from './parser.js';
import { PrologScanner, type Token, type TokenKind } from './prologTokens.js';
import { predefined } from './scanner.js';

/** Gets one token after the other. */
export type Reader<T> = Generator<undefined, T, Token>;

interface ExternalId {
  readonly systemId: string | null;
  readonly publicId: string | null;
}

const NO_ID: ExternalId = { systemId: null, publicId: null };
const TYPES = /^(CDATA|ID|IDREF|IDREFS|ENTITY|ENTITIES|NMTOKEN|NMTOKENS)$/;
const PUBLIC_ID = /^[ \r\nA-Za-z0-9\-'()+,./:=?;!*#@$_%]*/;

const unquoted = (literal: Token): string => literal.text.slice(1, -1);

/** Takes tokens one by one; a token that nothing is told of goes to the program as it is. */
export class Declarations {
  /** Whether the root element may begin here. */
  canStart = true;
  /** Whether a declaration may begin here. */
  isBetween = true;
  /** Nothing is told of tokens as they are, since there is a function for their declaration. */
  private isQuiet = false;
  /** The same of this token alone. */
  private isTaken = false;
  private isFirst = true;
  /** Parameter entities that are being read. */
  private depth = 0;
  /** Sections `<![INCLUDE[` that are being read. */
  private conditions = 0;
  private isInSubset: boolean;
  private readonly machine: Reader<void>;

  /** @param isSubset whether this is the part of a document type that lies outside of the document */
  constructor(
    private readonly p: XmlParser,
    private readonly isSubset: boolean,
  ) {
    this.isInSubset = isSubset;
    this.machine = isSubset ? this.subset() : this.prolog();
    this.machine.next();
  }

  /** Reads one token of the source; goes over it. */
  take(token: Token, source: PrologScanner): void {
    const { p } = this;
    const { kind } = token;
    const isFirst = this.isFirst && this.depth === 0;
    this.isFirst = false;
    this.isTaken = this.isQuiet;
    if (kind === 'xml') {
      if (!isFirst) throw new XmlFailure('MISPLACED_XML_PI', token.at);
      this.isTaken = p.readXmlDeclaration(token);
    } else if (kind === 'comment' || kind === 'instruction') {
      if (!this.isBetween) throw new XmlFailure('SYNTAX', token.at);
      if (kind === 'comment') p.readComment(source);
      else p.readInstruction(source);
      return;
    } else if (kind === '%name' && this.takesParameters) this.parameter(token);
    else if (kind === '<![' && this.isBetween && this.isExternal) this.conditions++;
    else if (kind === ']]>' && this.conditions > 0 && this.isBetween) this.conditions--;
    else if (kind !== 'space') this.machine.next(token);
    if (!this.isTaken) p.raw(source, token.end);
    source.pos = Math.max(source.pos, token.end);
  }

  /** Whether this lies outside of the document's own text, where more is allowed. */
  private get isExternal(): boolean {
    return this.isSubset || this.depth > 0;
  }

  private syntax(token: Token): never {
    const { kind, at } = token;
    throw new XmlFailure(kind === '%name' ? 'PARAM_ENTITY_REF' : 'SYNTAX', at);
  }

  private *want(...kinds: TokenKind[]): Reader<Token> {
    const token = yield;
    return kinds.includes(token.kind) ? token : this.syntax(token);
  }

  private *prolog(): Reader<void> {
    let hasType = false;
    for (;;) {
      const token = yield;
      if (token.kind !== 'open' || token.text !== '<!DOCTYPE' || hasType) this.syntax(token);
      hasType = true;
      this.canStart = false;
      this.isBetween = false;
      yield* this.doctype();
      this.isBetween = true;
      this.canStart = true;
    }
  }

  private *doctype(): Reader<void> {
    const { dtd, events } = this.p;
    this.isQuiet = this.isTaken = events.startDoctype !== undefined;
    const name = (yield* this.want('name')).text;
    let token = yield;
    let id = NO_ID;
    if (token.kind === 'name') {
      id = yield* this.externalId(token, false);
      dtd.hasUnread = true;
      if (!this.p.parameterParsing) checkStandalone(this.p, token.at);
      token = yield;
    }
    const hasSubset = token.kind === '[';
    if (hasSubset) {
      events.startDoctype?.(name, id.systemId, id.publicId, 1);
      this.isQuiet = false;
      this.isBetween = this.isInSubset = true;
      yield* this.subset();
      this.isBetween = this.isInSubset = false;
      this.isQuiet = this.isTaken = events.startDoctype !== undefined;
      token = yield;
    }
    if (token.kind !== '>') this.syntax(token);
    this.isQuiet = false;
    this.isTaken = false;
    if (!hasSubset && events.startDoctype !== undefined) {
      events.startDoctype(name, id.systemId, id.publicId, 0);
      this.isTaken = true;
    }
    readExternalSubset(this.p, id.systemId, id.publicId, token.at);
    if (events.endDoctype !== undefined) {
      events.endDoctype();
      this.isTaken = true;
    }
  }

  /** Declarations, up to the bracket that ends those in the document. */
  private *subset(): Reader<void> {
    for (;;) {
      const token = yield;
      if (token.kind === ']' && !this.isExternal) return;
      if (token.kind === 'open') {
        this.isBetween = false;
        yield* this.declaration(token);
        this.isBetween = true;
        this.isTaken = this.isQuiet;
        this.isQuiet = false;
      } else if (token.kind === '[' && this.conditions > 0) {
        // What stands between `<![` and this bracket came as a name.
      } else if (token.kind === 'name' && this.conditions > 0 && token.text === 'INCLUDE') {
        // The section is read like what is around it.
      } else if (token.kind === 'name' && this.conditions > 0 && token.text === 'IGNORE') {
        yield* this.want('[');
        this.p.ignoreSection();
        this.conditions--;
      } else this.syntax(token);
    }
  }

  private *declaration(token: Token): Reader<void> {
    const { dtd, events } = this.p;
    const quiet = (handler: unknown): void => {
      this.isQuiet = this.isTaken = handler !== undefined;
    };
    switch (token.text) {
      case '<!ENTITY':
        if (dtd.keepsProcessing) quiet(events.entityDeclaration);
        yield* this.entity();
        return;
      case '<!ATTLIST':
        if (dtd.keepsProcessing) quiet(events.attributeDeclaration);
        yield* this.attributeList();
        return;
      case '<!ELEMENT': {
        quiet(events.elementDeclaration);
        const { text } = yield* this.want('name');
        const model = yield* readContentModel((wrong) => this.syntax(wrong));
        events.elementDeclaration?.(text, model);
        yield* this.want('>');
        return;
      }
      case '<!NOTATION':
        quiet(events.notation);
        yield* this.notation();
        return;
      default:
        this.syntax(token);
    }
  }

  /** `SYSTEM "…"` or `PUBLIC "…" "…"`, from its keyword on. */
  private *externalId(keyword: Token, isNotation: boolean): Reader<ExternalId & { next?: Token }> {
    if (keyword.kind !== 'name' || (keyword.text !== 'SYSTEM' && keyword.text !== 'PUBLIC')) this.syntax(keyword);
    let publicId: string | null = null;
    if (keyword.text === 'PUBLIC') {
      const literal = yield* this.want('literal');
      publicId = this.publicId(literal);
      if (isNotation) {
        const next = yield;
        if (next.kind === '>') return { systemId: null, publicId, next };
        return next.kind === 'literal' ? { systemId: unquoted(next), publicId } : this.syntax(next);
      }
    }
    return { systemId: unquoted(yield* this.want('literal')), publicId };
  }

  private publicId(literal: Token): string {
    const text = unquoted(literal);
    const good = PUBLIC_ID.exec(text)![0].length;
    if (good < text.length) throw new XmlFailure('PUBLICID', literal.at + 1 + good);
    return text.replace(/[ \r\n]+/g, ' ').replace(/^ | $/g, '');
  }

  private *entity(): Reader<void> {
    const { dtd, events } = this.p;
    let token = yield* this.want('name', '%');
    const isParameter = token.kind === '%';
    if (isParameter) token = yield* this.want('name');
    const name = token.text;
    const known = isParameter ? dtd.parameters : dtd.entities;
    const isNew = dtd.keepsProcessing && !known.has(name) && (isParameter || predefined(name) === undefined);
    if (!isNew) this.isTaken = false;
    const isInternal = !this.p.isChild && this.depth === 0;
    const { base } = this.p;
    token = yield;
    if (token.kind === 'literal') {
      const into = { text: '' };
      let failure: unknown;
      try {
        entityValue(this.p, unquoted(token), token.at + 1, this.isExternal, into);
      } catch (reason) {
        failure = reason;
        if (reason instanceof XmlFailure && this.depth === 0) this.p.eventIndex = reason.at;
      }
      if (isNew) {
        const { text } = into;
        known.set(name, {
          name,
          text,
          base,
          systemId: null,
          publicId: null,
          notation: null,
          isInternal,
          isOpen: false,
        });
        events.entityDeclaration?.(name, isParameter ? 1 : 0, text, base, null, null, null);
      } else this.isTaken = false;
      if (failure !== undefined) throw failure;
      yield* this.want('>');
      return;
    }
    const { systemId, publicId } = yield* this.externalId(token, false);
    const entity = {
      name,
      text: null,
      base,
      systemId,
      publicId,
      notation: null as string | null,
      isInternal,
      isOpen: false,
    };
    if (isNew) known.set(name, entity);
    token = yield;
    if (token.kind === 'name' && token.text === 'NDATA' && !isParameter) {
      entity.notation = (yield* this.want('name')).text;
      if (isNew) {
        if (events.unparsedEntity !== undefined) events.unparsedEntity(name, base, systemId, publicId, entity.notation);
        else events.entityDeclaration?.(name, 0, null, base, systemId, publicId, entity.notation);
      }
      token = yield;
      if (token.kind !== '>') this.syntax(token);
      return;
    }
    if (token.kind !== '>') this.syntax(token);
    if (isNew) events.entityDeclaration?.(name, isParameter ? 1 : 0, null, base, systemId, publicId, null);
  }

  private *notation(): Reader<void> {
    const { text: name } = yield* this.want('name');
    const { systemId, publicId, next } = yield* this.externalId(yield, true);
    if (this.p.dtd.keepsProcessing) this.p.events.notation?.(name, this.p.base, systemId, publicId);
    if (next === undefined) yield* this.want('>');
  }

  private *attributeList(): Reader<void> {
    const element = (yield* this.want('name')).text;
    for (;;) {
      const token = yield* this.want('name', '>');
      if (token.kind === '>') return;
      yield* this.attribute(element, token.text);
    }
  }

  private *attribute(element: string, name: string): Reader<void> {
    const { p } = this;
    const type = yield* this.attributeType();
    const isCdata = type === 'CDATA';
    let token = yield* this.want('#name', 'literal');
    let value: string | null = null;
    let isRequired = token.text === '#REQUIRED';
    if (token.kind === '#name') {
      if (token.text === '#FIXED') {
        isRequired = true;
        token = yield* this.want('literal');
      } else if (!isRequired && token.text !== '#IMPLIED') this.syntax(token);
    }
    if (token.kind === 'literal') value = attributeValue(p, unquoted(token), token.at + 1, isCdata);
    if (!p.dtd.keepsProcessing) return;
    p.dtd.defineAttribute(element, { name, isCdata, value });
    p.events.attributeDeclaration?.(element, name, type, value, isRequired ? 1 : 0);
  }

  private *attributeType(): Reader<string> {
    let token = yield* this.want('name', '(');
    if (token.kind === 'name' && TYPES.test(token.text)) return token.text;
    let start = '(';
    if (token.kind === 'name') {
      if (token.text !== 'NOTATION') this.syntax(token);
      start = 'NOTATION(';
      yield* this.want('(');
    }
    const names: string[] = [];
    do {
      const isNotation = start !== '(';
      names.push((yield* isNotation ? this.want('name') : this.want('name', 'nmtoken')).text);
      token = yield* this.want('|', ')');
    } while (token.kind === '|');
    return `${start}${names.join('|')})`;
  }

  /** Whether a parameter entity may stand here: between declarations, and inside of them outside of the document's own text. */
  private get takesParameters(): boolean {
    return this.isBetween ? this.isInSubset : this.isExternal;
  }

  private parameter(token: Token): void {
    const { p } = this;
    if (p.events.skippedEntity !== undefined && p.parameterParsing) this.isTaken = true;
    readParameter(p, token.text.slice(1, -1), token.at, (text) => {
      const source = new PrologScanner(text, true, p.namespaces !== undefined);
      const isBetween = this.isBetween;
      this.depth++;
      while (source.pos < text.length) this.take(source.token(), source);
      this.depth--;
      if (isBetween && !this.isBetween) throw new XmlFailure('INCOMPLETE_PE', token.at);
    });
  }
}

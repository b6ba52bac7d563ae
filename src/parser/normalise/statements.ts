/** Rewrites statements: finds where each begins and ends, and hands it to the rewrite for its first word. */
import { T, type Token } from '../tokens/token.js';
import { rewriteClass, rewriteFunction, rewriteTypeAlias } from './definitions.js';
import { Emitter, type Normalised, NotPython } from './emitter.js';
import { rewriteExcept } from './exceptClause.js';
import { rewriteExec } from './execStatement.js';
import { emitExpressions } from './expressions.js';
import { isMatchBlock, rewriteCase, rewriteMatch } from './matchStatement.js';
import { rewritePrint } from './printStatement.js';
import type { TypeParameterTokens } from './typeParameters.js';

/** What the converter must know besides the text. */
export interface Notes {
  /** By the index of the opening bracket. */
  readonly typeParameters: Map<number, readonly TypeParameterTokens[]>;
  /** The names that `type` statements define, by the index of their token. */
  readonly typeAliases: Set<number>;
}

export interface NormalisedModule extends Normalised {
  readonly notes: Notes;
  readonly matching: Int32Array;
}

/** Statements without expressions are read from their tokens; Lezer sees a `pass`. */
const TOKEN_STATEMENTS = new Set(['import', 'from', 'global', 'nonlocal', 'pass', 'break', 'continue']);
const COMPOUND = new Set([
  'if',
  'elif',
  'else',
  'while',
  'for',
  'try',
  'finally',
  'except',
  'with',
  'def',
  'class',
  'async',
]);

/** Normalises all tokens of a module. Throws {@link NotPython} when brackets do not match. */
export function normalise(tokens: readonly Token[], dialect: 2 | 3): NormalisedModule {
  const emitter = new Emitter(tokens, dialect);
  const notes: Notes = { typeParameters: new Map(), typeAliases: new Set() };
  new StatementWriter(emitter, notes).run();
  const normalised = emitter.finish(({ from, to }) => emitExpressions(emitter, from, to));
  return { ...normalised, notes, matching: emitter.matching };
}

class StatementWriter {
  private depth = 0;
  /** For each open block, whether it is the block of a `match`. */
  private readonly blocks: boolean[] = [];
  private opensMatch = false;
  private readonly emitter: Emitter;
  private readonly notes: Notes;

  constructor(emitter: Emitter, notes: Notes) {
    this.emitter = emitter;
    this.notes = notes;
  }

  run(): void {
    const { tokens } = this.emitter;
    let at = 0;
    let lineStart = true;
    while (at < tokens.length) {
      const { kind, text } = tokens[at]!;
      if (kind === T.End) return;
      if (kind === T.Error) throw new NotPython();
      if (kind === T.Indent) {
        // Only a block is indented.
        if (!isBlockStart(tokens, at)) throw new NotPython();
        this.depth++;
        this.blocks.push(this.opensMatch);
        this.opensMatch = false;
        at++;
      } else if (kind === T.Dedent) {
        this.depth--;
        this.blocks.pop();
        at++;
      } else if (kind === T.Newline) {
        // Python 2 takes a line that is empty but for a backslash for a statement.
        if (lineStart && this.depth > 0 && this.emitter.dialect === 2) throw new NotPython();
        this.emitter.space('\n');
        lineStart = true;
        at++;
      } else if (kind === T.Op && text === ';') {
        this.emitter.emit(';', at++);
      } else {
        if (lineStart) this.emitter.space(' '.repeat(this.depth));
        at = this.statement(at, lineStart);
        lineStart = false;
      }
    }
  }

  /** Writes one simple statement or the header of a compound one; returns the index after it. */
  private statement(at: number, lineStart: boolean): number {
    const { emitter } = this;
    const token = emitter.tokens[at]!;
    if (token.kind === T.Keyword && COMPOUND.has(token.text)) return this.compound(at, token.text);
    if (lineStart && token.kind === T.Name) {
      if (token.text === 'match' && isMatchBlock(emitter, at)) {
        this.opensMatch = true;
        return rewriteMatch(emitter, at);
      }
      if (token.text === 'case' && this.blocks.at(-1)) return rewriteCase(emitter, at);
    }
    const end = emitter.find(at, emitter.tokens.length, ({ kind, text }) => kind === T.Newline || text === ';');
    this.simple(at, end, token, lineStart);
    return end;
  }

  private compound(at: number, text: string): number {
    const { emitter } = this;
    const { tokens } = emitter;
    if (text === 'async') {
      emitter.emit('async', at);
      return this.compound(at + 1, tokens[at + 1]!.text);
    }
    const colon = headerColon(emitter, at);
    if (text === 'def') rewriteFunction(emitter, this.notes, at, colon);
    else if (text === 'class') rewriteClass(emitter, this.notes, at, colon);
    else if (text === 'except') rewriteExcept(emitter, at, colon);
    else emitExpressions(emitter, at, colon, text === 'with' ? { as: ',' } : {});
    if (tokens[colon]?.text !== ':') throw new NotPython();
    emitter.emit(':', colon);
    return colon + 1;
  }

  private simple(at: number, end: number, token: Token, lineStart: boolean): void {
    const { emitter } = this;
    const { kind, text } = token;
    if (kind === T.Keyword && TOKEN_STATEMENTS.has(text)) emitter.emit('pass', at, end - 1);
    else if (kind === T.Keyword && text === 'print') rewritePrint(emitter, at, end);
    else if (kind === T.Keyword && text === 'exec') rewriteExec(emitter, at, end);
    // A decorator may be any expression: it becomes a statement before its definition.
    else if (text === '@' && lineStart) {
      emitter.insert('(');
      emitExpressions(emitter, at + 1, end);
      emitter.insert(')');
    } else if (text === 'type' && isTypeAlias(emitter, at)) rewriteTypeAlias(emitter, this.notes, at, end);
    else emitAssignments(emitter, at, end);
  }
}

/** Whether the line before the indent ends with a colon. */
function isBlockStart(tokens: readonly Token[], indent: number): boolean {
  const colon = tokens[indent - 2];
  return tokens[indent - 1]?.kind === T.Newline && colon?.kind === T.Op && colon.text === ':';
}

function isTypeAlias(emitter: Emitter, at: number): boolean {
  return emitter.dialect === 3 && emitter.tokens[at]!.kind === T.Name && emitter.tokens[at + 1]!.kind === T.Name;
}

/** An augmented assignment is written as a plain one, which may hold everything on its right side. */
function emitAssignments(emitter: Emitter, from: number, to: number): void {
  const augmented = emitter.find(from, to, ({ kind, text }) => kind === T.Op && AUGMENTED.test(text));
  emitExpressions(emitter, from, augmented);
  if (augmented === to) return;
  emitter.emit('=', augmented);
  emitExpressions(emitter, augmented + 1, to);
}

const AUGMENTED = /^(?:[-+*/%@&|^]|<<|>>|\*\*|\/\/)=$/;

/** The colon that ends the header of the compound statement at `from`. */
export function headerColon(emitter: Emitter, from: number): number {
  let lambdas = 0;
  return emitter.find(from, emitter.tokens.length, ({ kind, text }) => {
    if (kind === T.Newline) return true;
    if (kind === T.Keyword && text === 'lambda') lambdas++;
    return kind === T.Op && text === ':' && lambdas-- === 0;
  });
}

/** A sequence of tokens and bracketed groups, read from left to right by the converter. */
import { INSERTED, type Normalised, NotPython } from '../normalise/emitter.js';
import type { NormalisedModule } from '../normalise/statements.js';
import type { SourceText } from '../source.js';
import { T, type Token } from '../tokens/token.js';
import type { Branch, Part } from './tree.js';

/** What every part of the converter needs. */
export interface ConvertContext {
  readonly source: SourceText;
  readonly dialect: 2 | 3;
  readonly tokens: readonly Token[];
  readonly normalised: NormalisedModule;
  /** The expressions that stand behind the last statement, in their parentheses. */
  readonly hoisted: readonly Branch[];
  /** Those of them that are asked for by the index of their first token. */
  readonly hoistedAt: ReadonlyMap<number, Branch>;
  /** Python 2: the encoding that string literals have, and whether plain ones are unicode. */
  readonly encoding: string;
  readonly unicodeLiterals: boolean;
}

/** Lezer's nodes that only group operators: their parts are read as one flat sequence. */
const FLAT: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'UnaryExpression',
  'ConditionalExpression',
  'AwaitExpression',
  'LambdaExpression',
  'NamedExpression',
  'YieldExpression',
  'ContinuedString',
  'TypeDef',
]);

const NO_TOKEN: Token = { kind: T.End, text: '', start: 0, end: 0 };

export class Reader {
  readonly cx: ConvertContext;
  private readonly items: readonly Part[];
  private readonly from: number;
  private readonly to: number;
  at = 0;

  constructor(cx: ConvertContext, parts: readonly Part[], from: number, to: number) {
    this.cx = cx;
    this.items = flatten(parts, cx);
    this.from = from;
    this.to = to;
  }

  /** Reads the parts of `branch`. */
  static of(cx: ConvertContext, branch: Branch): Reader {
    return new Reader(cx, branch.parts, branch.from, branch.to);
  }

  /** Reads what stands between the brackets of `branch`. */
  static inside(cx: ConvertContext, branch: Branch): Reader {
    return new Reader(cx, branch.parts.slice(1, -1), branch.from + 1, branch.to - 1);
  }

  get done(): boolean {
    return this.at >= this.items.length;
  }

  get length(): number {
    return this.items.length;
  }

  /** The next item, or undefined at the end. */
  get item(): Part | undefined {
    return this.items[this.at];
  }

  /** The token of the next item; one of kind End if it is a group or there is none. */
  get token(): Token {
    return this.tokenAt(this.at);
  }

  tokenAt(at: number): Token {
    const item = this.items[at];
    if (typeof item !== 'number') return NO_TOKEN;
    const origin = this.cx.normalised.origins[item]!;
    return origin === INSERTED ? NO_TOKEN : this.cx.tokens[origin]!;
  }

  /** The index of the next item's first token. */
  get tokenIndex(): number {
    const item = this.items[this.at];
    if (item === undefined) throw new NotPython();
    return firstOrigin(this.cx.normalised, typeof item === 'number' ? item : item.from);
  }

  /** Whether the next item is the operator or keyword `text`. */
  is(text: string): boolean {
    const { token } = this;
    return token.text === text && (token.kind === T.Op || token.kind === T.Keyword);
  }

  /** Reads the operator or keyword `text` if it comes next. */
  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw new NotPython();
  }

  /** Reads a name. */
  name(): Token {
    const { token } = this;
    if (token.kind !== T.Name) throw new NotPython();
    this.at++;
    return token;
  }

  /** The group that comes next. */
  branch(name?: string): Branch {
    const { item } = this;
    if (item === undefined || typeof item === 'number' || (name && item.name !== name)) throw new NotPython();
    this.at++;
    return item;
  }

  /** Whether the next item is a group of that name. */
  isBranch(name: string): boolean {
    const { item } = this;
    return typeof item === 'object' && item.name === name;
  }

  end(): void {
    if (!this.done) throw new NotPython();
  }

  /** Offset in the source at which the item `at` begins. */
  startOf(at = this.at): number {
    const item = this.items[at];
    const piece = item === undefined ? this.to : typeof item === 'number' ? item : item.from;
    return this.cx.tokens[firstOrigin(this.cx.normalised, piece)]!.start;
  }

  /** Offset in the source at which the last item that was read ends. */
  endOfLast(): number {
    const item = this.items[this.at - 1];
    const piece = item === undefined ? this.from - 1 : typeof item === 'number' ? item : item.to - 1;
    return endOfPiece(this.cx, piece);
  }
}

/** Offset in the source at which the piece ends. */
export function endOfPiece(cx: ConvertContext, piece: number): number {
  const { origins, lasts } = cx.normalised;
  let at = piece;
  while (origins[at] === INSERTED) at--;
  const token = cx.tokens[lasts[at]!];
  if (!token) throw new NotPython();
  return token.end;
}

/** Where a bracketed group stands in the source. */
export function spanOf(cx: ConvertContext, branch: Branch): { start: number; end: number } {
  const { lasts } = cx.normalised;
  return {
    start: cx.tokens[firstOrigin(cx.normalised, branch.from)]!.start,
    end: cx.tokens[lasts[branch.to - 1]!]!.end,
  };
}

/** The token of the first piece at or after `piece` that stands for one. */
export function firstOrigin({ origins }: Normalised, piece: number): number {
  let at = piece;
  while (origins[at] === INSERTED) at++;
  const origin = origins[at];
  if (origin === undefined) throw new NotPython();
  return origin;
}

/** Removes the nodes that only group operators and the pieces that stand for no token; puts long chains together. */
function flatten(parts: readonly Part[], { normalised, hoisted }: ConvertContext): Part[] {
  const { origins, splices } = normalised;
  const flat: Part[] = [];
  // A stack, not recursion: `a + b + ...` nests as deep as it is long.
  const stack: Part[] = [];
  for (let at = parts.length - 1; at >= 0; at--) stack.push(parts[at]!);
  while (stack.length > 0) {
    const part = stack.pop()!;
    if (typeof part === 'number') {
      const spliced = splices.get(part);
      if (spliced !== undefined) stack.push(...hoisted[spliced]!.parts.toReversed());
      else if (origins[part] !== INSERTED) flat.push(part);
    } else if (FLAT.has(part.name)) {
      for (let at = part.parts.length - 1; at >= 0; at--) stack.push(part.parts[at]!);
    } else flat.push(part);
  }
  return flat;
}

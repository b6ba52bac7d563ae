/** The character classes and escapes that both dialects of the pattern language share. */
import type { Category, ClassItem, Node, Where } from './tree.js';

export const DIGITS = '0123456789';
export const OCTAL_DIGITS = '01234567';
export const HEX_DIGITS = '0123456789abcdefABCDEF';
export const WHITESPACE = ' \t\n\r\v\f';
export const REPEAT_CHARS = '*+?{';
/** Characters that mean something outside a class; the backslash is handled before them. */
export const SPECIAL_CHARS = '.[{()*+?^$|';

/** The largest count a quantifier may have, exclusive. */
export const MAX_REPEAT = 2 ** 32 - 1;

const SIMPLE_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['\\a', 7],
  ['\\b', 8],
  ['\\f', 12],
  ['\\n', 10],
  ['\\r', 13],
  ['\\t', 9],
  ['\\v', 11],
  ['\\\\', 92],
]);

const CATEGORY_ESCAPES: ReadonlyMap<string, Category> = new Map<string, Category>([
  ['\\d', 'digit'],
  ['\\D', 'notDigit'],
  ['\\s', 'space'],
  ['\\S', 'notSpace'],
  ['\\w', 'word'],
  ['\\W', 'notWord'],
]);

const POSITION_ESCAPES: ReadonlyMap<string, Where> = new Map<string, Where>([
  ['\\A', 'start'],
  ['\\b', 'boundary'],
  ['\\B', 'notBoundary'],
  ['\\Z', 'end'],
]);

/** The code of `\n` and its like (`\b` is the backspace); undefined for any other token. */
export const simpleEscape = (token: string): number | undefined => SIMPLE_ESCAPES.get(token);

/** The meaning inside `[...]` of the escapes that take no argument. */
export function plainClassEscape(token: string): ClassItem | undefined {
  const code = SIMPLE_ESCAPES.get(token);
  if (code !== undefined) return literal(code);
  const category = CATEGORY_ESCAPES.get(token);
  return category && { category };
}

/** The meaning outside `[...]` of the escapes that take no argument. */
export function plainEscape(token: string): Node | undefined {
  const where = POSITION_ESCAPES.get(token);
  if (where) return { type: 'at', where };
  const category = CATEGORY_ESCAPES.get(token);
  if (category) return { type: 'class', negate: false, items: [{ category }] };
  const code = SIMPLE_ESCAPES.get(token);
  return code === undefined ? undefined : { type: 'char', code };
}

export const literal = (code: number): ClassItem => ({ lo: code, hi: code });

/** The code of a class item that is one character; null for ranges and categories. */
export function literalCode(item: ClassItem): number | null {
  return 'lo' in item && item.lo === item.hi ? item.lo : null;
}

/** A class as the simplest node that means the same. */
export function classNode(negate: boolean, items: readonly ClassItem[]): Node {
  const only = items.length === 1 && !negate ? literalCode(items[0]!) : null;
  return only === null ? { type: 'class', negate, items } : { type: 'char', code: only };
}

export const isAsciiLetter = (char: string): boolean => /^[A-Za-z]$/.test(char);

/** `items` as one node. */
export function seq(items: readonly Node[]): Node {
  return items.length === 1 ? items[0]! : { type: 'seq', items };
}

/**
 * `a|b|c` as one node. Alternatives that are all single characters become one class: the same matches, and a loop
 * over it needs no backtracking.
 */
export function branch(alternatives: readonly Node[]): Node {
  if (alternatives.length === 1) return alternatives[0]!;
  const items: ClassItem[] = [];
  for (const alternative of alternatives) {
    if (alternative.type === 'char') items.push(literal(alternative.code));
    else if (alternative.type === 'class' && !alternative.negate) items.push(...alternative.items);
    else return { type: 'branch', alternatives };
  }
  return { type: 'class', negate: false, items };
}

import { classNode, literal, literalCode } from './lexical.js';
import { parseClassEscape } from './parse-escape.js';
import type { NameLookup, ParseState } from './parse-state.js';
import type { Source } from './source.js';
import { lengthOf } from './source.js';
import type { ClassItem, Node } from './tree.js';

/** What a doubled character inside a class may mean one day, by that character. */
const FUTURE_SET_OPERATORS: Readonly<Record<string, string>> = {
  '-': 'difference',
  '&': 'intersection',
  '~': 'symmetric difference',
  '|': 'union',
};

/** `[...]` of Python 3, the opening bracket already taken. */
export function parseClass(source: Source, state: ParseState, lookupName: NameLookup): Node {
  const start = source.tell() - 1;
  const items: ClassItem[] = [];
  const warn = (what: string, position: number) =>
    state.warnings.push({ category: 'FutureWarning', message: `Possible ${what} at position ${position}` });
  const take = (): string => {
    const token = source.get();
    if (token === null) throw source.error('unterminated character set', source.tell() - start);
    return token;
  };
  const itemOf = (token: string): ClassItem =>
    token.startsWith('\\') ? parseClassEscape(source, token, lookupName) : literal(token.codePointAt(0)!);

  if (source.next === '[') warn('nested set', source.tell());
  const negate = source.match('^');
  for (;;) {
    const token = take();
    if (token === ']' && items.length > 0) break;
    const operator = FUTURE_SET_OPERATORS[token];
    if (items.length > 0 && operator && source.next === token) warn(`set ${operator}`, source.tell() - 1);
    const low = itemOf(token);
    if (!source.match('-')) {
      items.push(low);
      continue;
    }
    const upper = take();
    if (upper === ']') {
      items.push(low, literal(0x2d));
      break;
    }
    if (upper === '-') warn('set difference', source.tell() - 2);
    items.push(range(source, low, itemOf(upper), token, upper));
  }
  return classNode(negate, items);
}

function range(source: Source, low: ClassItem, high: ClassItem, lowText: string, highText: string): ClassItem {
  const lo = literalCode(low);
  const hi = literalCode(high);
  if (lo === null || hi === null || hi < lo) {
    const text = `${lowText}-${highText}`;
    throw source.error(`bad character range ${text}`, lengthOf(text));
  }
  return { lo, hi };
}

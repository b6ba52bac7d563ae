/** What an element may contain, as `<!ELEMENT …>` says it. */
import type { Reader } from './declarations.js';
import type { ContentModel } from './events.js';
import type { Token } from './prologTokens.js';

/** Numbers of the `model` module. */
export const TYPE = { EMPTY: 1, ANY: 2, MIXED: 3, NAME: 4, CHOICE: 5, SEQ: 6 } as const;
export const QUANTIFIER = { NONE: 0, OPT: 1, REP: 2, PLUS: 3 } as const;

const QUANTIFIERS: Readonly<Record<string, number>> = {
  '?': QUANTIFIER.OPT,
  '*': QUANTIFIER.REP,
  '+': QUANTIFIER.PLUS,
};
const quantifierOf = (kind: string): number => QUANTIFIERS[kind.at(-1)!] ?? QUANTIFIER.NONE;
const model = (type: number, quantifier: number = QUANTIFIER.NONE, name: string | null = null): ContentModel => ({
  type,
  quantifier,
  name,
  children: [],
});

/** The model behind the element's name. `fail` throws for a token that may not be there. */
export function* readContentModel(fail: (token: Token) => never): Reader<ContentModel> {
  const token = yield;
  if (token.kind === 'name' && token.text === 'EMPTY') return model(TYPE.EMPTY);
  if (token.kind === 'name' && token.text === 'ANY') return model(TYPE.ANY);
  if (token.kind !== '(') fail(token);
  const first = yield;
  return first.kind === '#name' ? yield* mixed(first, fail) : yield* group(first, fail);
}

function* mixed(first: Token, fail: (token: Token) => never): Reader<ContentModel> {
  if (first.text !== '#PCDATA') fail(first);
  const result = model(TYPE.MIXED);
  for (;;) {
    const token = yield;
    if (token.kind === ')*' || (token.kind === ')' && result.children.length === 0)) {
      result.quantifier = quantifierOf(token.kind);
      return result;
    }
    if (token.kind !== '|') fail(token);
    const name = yield;
    if (name.kind !== 'name') fail(name);
    result.children.push(model(TYPE.NAME, QUANTIFIER.NONE, name.text));
  }
}

/** A group from its first item on. */
function* group(first: Token, fail: (token: Token) => never): Reader<ContentModel> {
  const result = model(TYPE.SEQ);
  let item = first;
  let separator: string | undefined;
  for (;;) {
    if (item.kind === '(') result.children.push(yield* group(yield, fail));
    else if (/^name[?*+]?$/.test(item.kind)) {
      const quantifier = quantifierOf(item.kind);
      const name = quantifier === QUANTIFIER.NONE ? item.text : item.text.slice(0, -1);
      result.children.push(model(TYPE.NAME, quantifier, name));
    } else fail(item);
    const token = yield;
    if (token.kind.startsWith(')')) {
      result.quantifier = quantifierOf(token.kind);
      return result;
    }
    if ((token.kind !== '|' && token.kind !== ',') || (separator !== undefined && separator !== token.kind))
      fail(token);
    separator = token.kind;
    if (separator === '|') result.type = TYPE.CHOICE;
    item = yield;
  }
}

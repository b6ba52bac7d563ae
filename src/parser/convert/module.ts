/** From tokens to the typed tree: normalises, lets Lezer parse, converts. */
import type { Module } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { normalise } from '../normalise/statements.js';
import type { SourceText } from '../source.js';
import type { Token } from '../tokens/token.js';
import type { ConvertContext } from './reader.js';
import { convertStatements } from './statements.js';
import { type Branch, readTree } from './tree.js';

export interface ConvertOptions {
  readonly dialect: 2 | 3;
  readonly encoding: string;
  readonly unicodeLiterals: boolean;
}

/** The tree of a module. Throws {@link NotPython} if the tokens are no program; then the error is found elsewhere. */
export function convertModule(source: SourceText, tokens: readonly Token[], options: ConvertOptions): Module {
  const normalised = normalise(tokens, options.dialect);
  const script = readTree(normalised);
  const statements = script.parts.filter((part): part is Branch => typeof part === 'object');
  if (statements.length !== script.parts.length) throw new NotPython();
  const { hoisted, hoistedFrom } = normalised;
  const first = statements.findIndex(({ from }) => from >= hoistedFrom);
  const count = first < 0 ? statements.length : first;
  if (statements.length - count !== hoisted.length) throw new NotPython();
  const groups = hoisted.map((_, index) => onlyGroup(statements[count + index]!));
  const spliced = new Set(normalised.splices.values());
  const context: ConvertContext = {
    ...options,
    source,
    tokens,
    normalised,
    hoisted: groups,
    hoistedAt: new Map(hoisted.flatMap(({ from }, index) => (spliced.has(index) ? [] : [[from, groups[index]!]]))),
  };
  return { type: 'Module', body: convertStatements(context, statements.slice(0, count)) };
}

/** The parentheses that a moved expression was put into. */
function onlyGroup(statement: Branch): Branch {
  const [group] = statement.parts;
  if (statement.name !== 'ExpressionStatement' || typeof group !== 'object') throw new NotPython();
  return group;
}

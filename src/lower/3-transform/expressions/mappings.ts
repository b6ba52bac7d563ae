/** When the mappings of `{**a, **b}` and `f(**a, **b)` are read: before what follows them is evaluated. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';

/** What does nothing that shows, so that a mapping before it may as well be read after it. */
const isQuiet = (node: ast.Expr): boolean => node.type === 'Constant' || node.type === 'Name';

/**
 * For each value whether it is a mapping to be read at once, since something that may be seen follows it.
 * @param isRead whether reading the value may fail: it stands behind `**`.
 */
export function readAtOnce(
  values: readonly ast.Expr[],
  isRead: (index: number) => boolean,
  keys: readonly (ast.Expr | null)[] = [],
): boolean[] {
  let later = false;
  const result: boolean[] = [];
  for (let i = values.length - 1; i >= 0; i--) {
    result.unshift(later && isRead(i));
    later ||= !isQuiet(values[i]!) || !(keys[i] === undefined || keys[i] === null || isQuiet(keys[i]!));
  }
  return result;
}

/** The same for the keywords of a call. */
export const keywordsReadAtOnce = (node: ast.Call): boolean[] =>
  readAtOnce(
    node.keywords.map((k) => k.value),
    (i) => node.keywords[i]!.arg === null,
  );

/** `name, value, …` of a call whose keywords up to here are put together: a mapping that is read already. */
export const readTogether = (f: b.Expression, pairs: readonly b.Expression[], node: ast.Call, cx: FunctionContext) => [
  b.nil(),
  cx.op('readKeywords', [f, b.array([...pairs])], node),
];

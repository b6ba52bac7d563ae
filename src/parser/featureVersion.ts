/** What a minor version of Python 3 does not have yet: `ast.parse(…, feature_version=…)`. */
import type { Mod, Span } from './ast.js';
import type { SourceText } from './source.js';
import { Refused } from './validate/refuse.js';

/** A kind of syntax in words, and the minor version that it came with. */
type Feature = readonly [what: string, minor: number];
type Node = Span & { readonly type: string; readonly [field: string]: unknown };

const BY_TYPE: Readonly<Record<string, Feature>> = {
  AnnAssign: ['Variable annotation syntax is', 6],
  AsyncFor: ['Async for loops are', 5],
  AsyncFunctionDef: ['Async functions are', 5],
  AsyncWith: ['Async with statements are', 5],
  Await: ['Await expressions are', 5],
  Match: ['Pattern matching is', 10],
  NamedExpr: ['Assignment expressions are', 8],
  TryStar: ['Exception groups are', 11],
  TypeAlias: ['Type statement is', 12],
};
const MAT_MULT: Feature = ["The '@' operator is", 5];
const UNDERSCORES: Feature = ['Underscores in numeric literals are', 6];

/** What a node is an example of. */
function* featuresOf(node: Node, source: SourceText): Generator<Feature> {
  const ofType = BY_TYPE[node.type];
  if (ofType !== undefined) yield ofType;
  if (node.op === 'MatMult') yield MAT_MULT;
  if (isNonEmpty(node.posonlyargs)) yield ['Positional-only parameters are', 8];
  if (isNonEmpty(node.type_params)) yield ['Type parameter lists are', 12];
  if (node.default_value != null) yield ['Type parameter defaults are', 13];
  if (node.is_async === true || node.is_async === 1) yield ['Async comprehensions are', 6];
  if (node.type === 'Constant' && /^[\d.]\w*_/.test(source.text.slice(node.start, node.end))) yield UNDERSCORES;
}

const isNonEmpty = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

/** The first thing in the tree, by its end, that came after version 3.`minor`; null if there is none. */
export function tooNew(module: Mod, source: SourceText, minor: number): Refused | null {
  let first: Refused | null = null;
  const visit = (value: unknown, around: Span): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, around);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Node;
      const span = typeof node.start === 'number' ? node : around;
      for (const field of Object.values(node)) visit(field, span);
      for (const [what, since] of featuresOf(node, source)) {
        if (since <= minor || (first !== null && first.span.end <= span.end)) continue;
        const message = `${what} only supported in Python 3.${since} and greater`;
        first = new Refused(message, { start: span.end, end: span.end }, true);
      }
    }
  };
  visit(module, { start: 0, end: 0 });
  return first;
}

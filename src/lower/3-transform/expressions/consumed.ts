/**
 * Generator expressions that a builtin uses up at once (`sum(x * x for x in xs)`): no generator is resumed for each value,
 * the loop hands its values over instead. What is evaluated, and in which order, stays the same.
 */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import type { HelperName } from '../unit.js';
import { isBuiltin, meansBuiltin } from '../counted.js';
import { generatorFunction, generatorSource } from '../generatorExpression.js';
import { takerOf } from './taken.js';

const CONSUMERS: Readonly<Record<string, [builtin: HelperName, helper: HelperName]>> = {
  all: ['all', 'pushAll'],
  any: ['any', 'pushAny'],
  frozenset: ['frozenset', 'pushFrozenset'],
  list: ['list', 'pushList'],
  max: ['max', 'pushMax'],
  min: ['min', 'pushMin'],
  set: ['set', 'pushSet'],
  sorted: ['sorted', 'pushSorted'],
  sum: ['sum', 'pushSum'],
  tuple: ['tuple', 'pushTuple'],
};

/** The call of such a builtin, or of `join` of a literal; null where the call is none. */
export function consumingCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  const [arg] = node.args;
  if (cx.isThreaded || node.keywords.length > 0 || node.args.length !== 1) return null;
  if (arg!.type !== 'GeneratorExp' || !isPushable(arg!)) return null;
  const { func } = node;
  // Python 2's text may become unicode.
  if (func.type === 'Attribute' && func.attr === 'join' && cx.unit.dialect === 3) {
    const { value } = func;
    if (value.type !== 'Constant' || value.value.kind !== 'str') return null;
    const separator = b.literal(value.value.value);
    return push('join', 'pushJoin', [separator], arg, node, cx).fast;
  }
  if (func.type !== 'Name' || !Object.hasOwn(CONSUMERS, func.id) || !meansBuiltin(func.id, cx)) return null;
  const [builtin, helper] = CONSUMERS[func.id]!;
  const { fast, made } = push(
    builtin,
    cx.unit.dialect === 2 && builtin === 'sum' ? 'pushSum2' : helper,
    [],
    arg,
    node,
    cx,
  );
  const callee = b.member(b.id('$N'), `$${func.id}`);
  const general = b.sequence(cx.at(node), b.call(cx.helper('call'), [callee, b.array([made])]));
  return b.conditional(isBuiltin(builtin, cx), fast, general);
}

/** The helper's call, and the generator for everybody else. */
function push(
  builtin: string,
  helper: HelperName,
  before: readonly b.Expression[],
  arg: ast.GeneratorExp,
  node: ast.Call,
  cx: FunctionContext,
): { fast: b.Expression; made: b.Expression } {
  const source = cx.spill(generatorSource(arg, cx));
  const [spec, make] = generatorFunction(arg, takerOf(builtin, cx.unit.dialect), cx);
  const cells = b.array(spec.freevars.map(b.id));
  const code = b.id(`$c${spec.index}`);
  const fast = b.sequence(cx.at(node), b.call(cx.helper(helper), [...before, code, cells, source]));
  return { fast, made: b.call(make, [source]) };
}

const HAS_CODE: ReadonlySet<string> = new Set(['Lambda', 'GeneratorExp', 'NamedExpr', 'Await', 'Yield', 'YieldFrom']);

/** Nothing in it has code of its own, which would be there twice. */
function isPushable(node: ast.GeneratorExp): boolean {
  if (node.generators.some((g) => g.is_async)) return false;
  const visit = (value: unknown): boolean => {
    if (value === null || typeof value !== 'object') return true;
    if (Array.isArray(value)) return value.every(visit);
    if (HAS_CODE.has((value as { type?: string }).type ?? '')) return false;
    return Object.values(value).every(visit);
  };
  const [first, ...rest] = node.generators;
  return visit(node.elt) && visit(first!.target) && visit(first!.ifs) && visit(rest);
}

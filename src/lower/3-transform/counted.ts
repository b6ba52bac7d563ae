/**
 * Loops over what is iterated over most: `range` as a counter, `enumerate` and `zip` with no tuple for each turn. Whether
 * the name still means the builtin is decided where the loop begins; if not, the loop goes the general way.
 */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import type { HelperName } from './unit.js';
import { lowerExpr, lowerExprs } from './expressions/index.js';
import { intLiteral } from './expressions/operands.js';
import { isTraced } from './traced.js';
import { iterateOver, type LoopHead, openLoop, tick } from './loop.js';
import { assignTo } from './statements/assignTarget.js';

type Call = ast.Call & { readonly func: ast.Name };

/** The head of a loop over `iter` into `target`; emits its set-up. */
export function loopHead(target: ast.Expr, iter: ast.Expr, isAsync: boolean, cx: FunctionContext): LoopHead {
  const counted = isAsync || isTraced(cx) ? null : countedLoop(target, iter, cx);
  if (counted !== null) return counted;
  return generalLoop(target, () => lowerExpr(iter, cx), iter, isAsync, cx);
}

/** The head of a loop over whatever `iterable` gives. */
export function generalLoop(
  target: ast.Expr,
  iterable: () => b.Expression,
  iter: ast.Expr,
  isAsync: boolean,
  cx: FunctionContext,
): LoopHead {
  if (!isAsync && !cx.isThreaded && !isTraced(cx) && isPairOfNames(target))
    return loopOfPairs(target, iterable, iter, cx);
  const { statements, value, variables } = openLoop(iterable, iter, isAsync, cx);
  return { statements, variables, assign: () => assignTo(target, value, cx) };
}

const isPairOfNames = (node: ast.Expr): node is ast.Tuple =>
  node.type === 'Tuple' && node.elts.length === 2 && node.elts.every((e) => e.type === 'Name');

/** `for k, v in xs`: an iterator that has pairs (`givesPairs`) gives the two without a tuple around them. */
function loopOfPairs(target: ast.Tuple, iterable: () => b.Expression, iter: ast.Expr, cx: FunctionContext): LoopHead {
  const { value, variables } = openLoop(iterable, iter, false, cx);
  const it = b.id(variables[0]);
  if (isZipOfTwo(iter, cx)) return { ...loopOfHalves(target, it, value, iter, cx), variables };
  const areGiven = counter(cx);
  cx.emit(set(areGiven, b.binary('===', b.member(it, 'givesPairs'), b.literal(true))));
  const next = b.sequence(cx.at(iter), b.call(b.member(it, 'nextPair'), []));
  const statements = [
    ...tick(iter, cx),
    b.ifStatement(areGiven, [b.ifStatement(b.not(next), [b.breakTo(null)])], [fetch(it, value, iter, cx)]),
  ];
  const assign = () => assignParts(target, areGiven, [b.member(it, 'first'), b.member(it, 'second')], value, cx);
  return { statements, variables, assign };
}

const isZipOfTwo = (iter: ast.Expr, cx: FunctionContext): boolean =>
  isPlainCall(iter) && iter.func.id === 'zip' && iter.args.length === 2 && meansBuiltin('zip', cx);

/** The same for `zip(xs, ys)`, whose two iterators (`halves`) the loop resumes itself: a float needs no box on its way. */
function loopOfHalves(
  target: ast.Tuple,
  it: b.Expression,
  value: b.Expression,
  iter: ast.Expr,
  cx: FunctionContext,
): LoopHead {
  const halves = local('h', cx);
  const sources = [local('it', cx), local('it', cx)];
  const items = [local('x', cx), local('x', cx)];
  const areGiven = b.binary('!==', halves, b.undef());
  cx.emit(
    set(halves, b.member(it, 'halves')),
    b.ifStatement(
      areGiven,
      sources.map((source, i) => set(source, b.index(halves, b.literal(i)))),
    ),
  );
  const statements = [
    ...tick(iter, cx),
    b.ifStatement(
      areGiven,
      sources.map((source, i) => fetch(source, items[i]!, iter, cx)),
      [fetch(it, value, iter, cx)],
    ),
  ];
  return { statements, assign: () => assignParts(target, areGiven, items, value, cx) };
}

/** Assigns to the names of a pair: what the loop has itself, or what is in the value. */
function assignParts(
  target: ast.Tuple,
  areGiven: b.Expression,
  parts: readonly b.Expression[],
  value: b.Expression,
  cx: FunctionContext,
): void {
  const bound = new Set(cx.bound);
  const direct = cx.collect(() => {
    for (const [i, part] of parts.entries()) assignTo(target.elts[i]!, part, cx);
  });
  cx.bound = bound;
  const unpacked = cx.collect(() => assignTo(target, value, cx));
  cx.emit(b.ifStatement(areGiven, direct, unpacked));
}

/** Null where `iter` is none of these calls. */
function countedLoop(target: ast.Expr, iter: ast.Expr, cx: FunctionContext): LoopHead | null {
  if (cx.isThreaded || !isPlainCall(iter)) return null;
  const { id } = iter.func;
  const isRange = id === 'range' || (id === 'xrange' && cx.unit.dialect === 2);
  // Python 2's zip has made its list before the loop begins.
  const isPairs = id === 'enumerate' || (id === 'zip' && cx.unit.dialect === 3);
  if (!(isRange || isPairs) || !meansBuiltin(id, cx)) return null;
  if (isRange) return rangeLoop(target, iter, cx);
  if (target.type !== 'Tuple' || target.elts.some((e) => e.type === 'Starred')) return null;
  if (id === 'zip') return target.elts.length === iter.args.length ? zipLoop(target, iter, cx) : null;
  return target.elts.length === 2 ? enumerateLoop(target, iter, cx) : null;
}

/** By position, but for the `start` of an enumeration. */
const isPlainCall = (node: ast.Expr): node is Call =>
  node.type === 'Call' &&
  node.func.type === 'Name' &&
  node.args.length > 0 &&
  !node.args.some((arg) => arg.type === 'Starred') &&
  (node.keywords.length === 0 || (node.func.id === 'enumerate' && startOf(node) !== null));

/** The `start=…` of `enumerate(xs, start=…)`, or null. */
function startOf({ args, keywords }: ast.Call): ast.Expr | null {
  return args.length === 1 && keywords.length === 1 && keywords[0]!.arg === 'start' ? keywords[0]!.value : null;
}

/** No variable of that name hides the builtin. */
export function meansBuiltin(name: string, cx: FunctionContext): boolean {
  const { unit } = cx;
  if (unit.globalsMode !== 'module' || cx.scope.kind === 'class') return false;
  return cx.variable(name) === null && unit.globalVariable(name) === undefined;
}

/** `$N.$name === $name`: the name still means the builtin. */
export const isBuiltin = (name: HelperName, cx: FunctionContext): b.Expression =>
  b.binary('===', b.member(b.id('$N'), `$${name}`), cx.helper((cx.unit.dialect === 2 && PYTHON2[name]) || name));

/** Builtins that are others in Python 2. */
const PYTHON2: Partial<Record<HelperName, HelperName>> = {
  max: 'max2',
  min: 'min2',
  range: 'range2',
  sorted: 'sorted2',
  sum: 'sum2',
};

/** What the name means now, called. `pairs`: keywords and their values in turn. */
function generalCall(
  name: string,
  args: readonly b.Expression[],
  node: ast.Span,
  cx: FunctionContext,
  pairs: readonly b.Expression[] = [],
): b.Expression {
  const callee = cx.op('loadGlobal', [b.id('$u'), b.literal(name)], node);
  if (pairs.length === 0) return b.call(cx.helper('call'), [callee, b.array(args)]);
  return b.call(cx.helper('callKeywords'), [callee, b.array(args), b.array(pairs)]);
}

const local = (prefix: string, cx: FunctionContext): b.Expression => b.id(cx.local(prefix));

/** A variable for an int: it holds no object that should go when the loop is over. */
function counter(cx: FunctionContext): b.Expression {
  const name = cx.unique('i');
  cx.locals.add(name);
  return b.id(name);
}

const set = (variable: b.Expression, value: b.Expression): b.Statement => b.statement(b.assign(variable, value));

/** Arguments as variables that stay as they are while the loop runs; literals as they are. */
function held(nodes: readonly ast.Expr[], cx: FunctionContext): b.Expression[] {
  return lowerExprs(nodes, cx).map((value) => {
    if (value.type === 'Literal') return value;
    const variable = local('a', cx);
    cx.emit(set(variable, value));
    return variable;
  });
}

/** Steps up to this size take a counter beyond the end of its range by so little that it stays in order. */
const MAX_STEP = 0x7fffffff;

function rangeLoop(target: ast.Expr, iter: Call, cx: FunctionContext): LoopHead | null {
  if (iter.args.length > 3) return null;
  const known = iter.args.length === 3 ? intLiteral(iter.args[2]!) : 1;
  if (known !== null && (known === 0 || Math.abs(known) > MAX_STEP)) return null;
  const values = held(known === null ? iter.args : iter.args.slice(0, 2), cx);
  const [start, stop] = values.length === 1 ? [b.literal(0), values[0]!] : (values as [b.Expression, b.Expression]);
  const step = known === null ? values[2]! : b.literal(known);
  const it = local('it', cx);
  const next = counter(cx);
  const value = local('x', cx);
  const name = iter.func.id as 'range' | 'xrange';
  const args = iter.args.length === 3 && known !== null ? [...values, step] : values;
  const numbers = [start, stop].filter((v) => !isNumberLiteral(v)).map((v) => b.typeIs(v, 'number'));
  if (known === null) numbers.push(...isUsableStep(step));
  const general = iterateOver(generalCall(name, args, iter, cx), iter, cx);
  cx.emit(
    b.ifStatement(
      b.and(isBuiltin(name, cx), ...numbers),
      [set(it, b.nil()), set(next, start)],
      [b.statement(cx.at(iter)), set(it, general)],
    ),
  );
  const above = b.binary('>=', next, stop);
  const below = b.binary('<=', next, stop);
  const isUp = b.binary('>', step, b.literal(0));
  const atEnd = known === null ? b.conditional(isUp, above, below) : known > 0 ? above : below;
  const head = [
    ...tick(iter, cx),
    b.ifStatement(
      b.binary('===', it, b.nil()),
      [b.ifStatement(atEnd, [b.breakTo(null)]), set(value, next), set(next, b.binary('+', next, step))],
      [fetch(it, value, iter, cx)],
    ),
  ];
  const turns =
    known === 1 ? b.conditional(b.binary('===', it, b.nil()), b.binary('-', stop, start), b.literal(0)) : undefined;
  return { statements: head, assign: () => assignTo(target, value, cx), ...(turns && { turns }) };
}

const isUsableStep = (step: b.Expression): b.Expression[] => [
  b.typeIs(step, 'number'),
  b.binary('!==', step, b.literal(0)),
  b.binary('<=', step, b.literal(MAX_STEP)),
  b.binary('>=', step, b.literal(-MAX_STEP)),
];

const isNumberLiteral = (e: b.Expression): boolean => e.type === 'Literal' && typeof e.value === 'number';

/** `value = it.nx()`, and out of the loop when there is none. */
function fetch(it: b.Expression, value: b.Expression, node: ast.Span, cx: FunctionContext): b.Statement {
  const next = b.sequence(cx.at(node), b.assign(value, b.call(b.member(it, 'nx'), [])));
  return b.ifStatement(b.isUndefined(next), [b.breakTo(null)]);
}

/** `for i, x in enumerate(xs, start)`. */
function enumerateLoop(target: ast.Tuple, iter: Call, cx: FunctionContext): LoopHead | null {
  const keyword = startOf(iter);
  const given = keyword ?? iter.args[1];
  const start = given === undefined ? 0 : intLiteral(given);
  if (start === null || Math.abs(start) > 0x7fffffff || iter.args.length > 2) return null;
  const [source] = held([iter.args[0]!], cx);
  const count = counter(cx);
  const value = local('x', cx);
  const first = b.literal(start);
  const args = [source!, ...(iter.args.length === 2 ? [first] : [])];
  cx.emit(set(count, first));
  const general = generalCall('enumerate', args, iter, cx, keyword === null ? [] : [b.literal('start'), first]);
  return pairLoop('enumerate', target, iter, [source!], general, cx, (sources) => [
    [
      fetch(sources[0]!, value, iter, cx),
      () => {
        assignTo(target.elts[0]!, count, cx);
        cx.emit(set(count, b.binary('+', count, b.literal(1))));
        assignTo(target.elts[1]!, value, cx);
      },
    ],
  ]);
}

/** `for x, y in zip(xs, ys)`. */
function zipLoop(target: ast.Tuple, iter: Call, cx: FunctionContext): LoopHead {
  const values = held(iter.args, cx);
  const items = values.map(() => local('x', cx));
  return pairLoop('zip', target, iter, values, generalCall('zip', values, iter, cx), cx, (sources) =>
    sources.map((source, i) => [fetch(source, items[i]!, iter, cx), () => assignTo(target.elts[i]!, items[i]!, cx)]),
  );
}

type Part = [fetch: b.Statement, assign: () => void];

/** Loops that fetch from `sources` themselves while `name` means the builtin, and unpack what it gives otherwise. */
function pairLoop(
  name: 'enumerate' | 'zip',
  target: ast.Tuple,
  iter: Call,
  sources: readonly b.Expression[],
  called: b.Expression,
  cx: FunctionContext,
  parts: (iterators: readonly b.Expression[]) => Part[],
): LoopHead {
  const it = local('it', cx);
  const pair = local('p', cx);
  const iterators = sources.map(() => local('it', cx));
  const general = iterateOver(called, iter, cx);
  cx.emit(
    b.ifStatement(
      isBuiltin(name, cx),
      [
        b.statement(cx.at(iter)),
        ...iterators.map((iterator, i) => set(iterator, iterateOver(sources[i]!, iter, cx))),
        set(it, b.nil()),
      ],
      [b.statement(cx.at(iter)), set(it, general)],
    ),
  );
  const list = parts(iterators);
  const statements = [
    ...tick(iter, cx),
    b.ifStatement(
      b.binary('===', it, b.nil()),
      list.map(([statement]) => statement),
      [fetch(it, pair, iter, cx)],
    ),
  ];
  const assign = (): void => {
    const bound = new Set(cx.bound);
    const direct = cx.collect(() => {
      for (const [, each] of list) each();
    });
    cx.bound = bound;
    const unpacked = cx.collect(() => assignTo(target, pair, cx));
    cx.emit(b.ifStatement(b.binary('===', it, b.nil()), direct, unpacked));
  };
  return { statements, assign };
}

/**
 * Comprehensions. List, set and dict comprehensions are loops in the function around them (PEP 709); a generator
 * expression is a generator function of its own.
 */
import type * as ast from '../../../parser/ast.js';
import { isIntIterable } from '../../2-types/duals.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { makeGeneratorExpression } from '../generatorExpression.js';
import { generalLoop, loopHead } from '../counted.js';
import type { LoopHead } from '../loop.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExpr, lowerExprs } from './index.js';
import { lowerNumeric, mayBeFloat } from '../numeric.js';
import { beforeLoop, comesTo } from '../traced.js';
import { lowerTest } from './test.js';

type InlineComp = ast.ListComp | ast.SetComp | ast.DictComp;

export const ListComp: ExprVisitor<'ListComp'> = (node, cx) => {
  const items = cx.local('items');
  if (cx.unit.hasFloats && mayBeFloat(node.elt) && !isCounted(node.elt, node)) return floatList(node, items, cx);
  const push = (inner: FunctionContext): void => {
    const value = lowerExpr(node.elt, inner);
    inner.emit(b.statement(b.call(b.member(b.id(items), 'push'), [value])));
  };
  let emitItem = push;
  const onHead = ({ turns }: LoopHead): void => {
    if (turns === undefined || !isOneLoop(node)) return;
    const next = cx.unique('n');
    cx.locals.add(next);
    cx.emit(b.statement(b.assign(b.id(items), b.call(cx.helper('room'), [turns]))));
    cx.emit(b.statement(b.assign(b.id(next), b.literal(0))));
    emitItem = (inner) => {
      const value = lowerExpr(node.elt, inner);
      inner.emit(b.statement(b.assign(b.index(b.id(items), b.id(next)), value)));
      inner.emit(b.statement(b.assign(b.id(next), b.binary('+', b.id(next), b.literal(1)))));
    };
  };
  inline(node, cx, items, b.array([]), (inner) => emitItem(inner), onHead);
  return b.construct(cx.helper('PyList'), [b.id(items)]);
};

/** A value made of ints and of counters over ranges only, so no float. */
function isCounted(value: ast.Expr, node: ast.ListComp): boolean {
  if (value.type === 'Constant') return value.value.kind === 'int';
  if (value.type === 'BinOp')
    return INT_OPERATORS.has(value.op) && isCounted(value.left, node) && isCounted(value.right, node);
  if (value.type !== 'Name') return false;
  return node.generators.some(({ target, iter }) => isName(target, value.id) && isIntIterable(iter));
}

const INT_OPERATORS: ReadonlySet<ast.BinOp['op']> = new Set(['Add', 'Sub', 'Mult', 'FloorDiv', 'Mod']);
const isName = (target: ast.Expr, id: string): boolean => target.type === 'Name' && target.id === id;

/** It gives one item each turn. */
const isOneLoop = ({ generators }: ast.ListComp): boolean => generators.length === 1 && generators[0]!.ifs.length === 0;

/** A list that becomes one of doubles when its items are floats. */
function floatList(node: ast.ListComp, list: string, cx: FunctionContext): b.Expression {
  inline(node, cx, list, b.construct(cx.helper('PyList'), [b.array([])]), (inner) => {
    const n = lowerNumeric(node.elt, inner);
    const tagged = b.call(b.member(b.id(list), 'append'), [n.value]);
    const raw = (value: b.Expression) => b.call(b.member(b.id(list), 'appendRaw'), [value]);
    const add =
      n.kind === 'float'
        ? raw(n.value)
        : n.kind === 'dual'
          ? b.conditional(b.isUndefined(n.value), raw(n.raw), tagged)
          : tagged;
    inner.emit(b.statement(b.sequence(...n.setup, add)));
  });
  return b.id(list);
}

export const SetComp: ExprVisitor<'SetComp'> = (node, cx) => {
  const set = cx.local('set');
  inline(node, cx, set, b.construct(cx.helper('PySet'), []), (inner) => {
    const value = lowerExpr(node.elt, inner);
    inner.emit(
      b.statement(b.sequence(inner.at(node.elt), b.call(b.member(b.id(set), 'set'), [value, b.literal(true)]))),
    );
  });
  return b.id(set);
};

export const DictComp: ExprVisitor<'DictComp'> = (node, cx) => {
  const dict = cx.local('dict');
  inline(node, cx, dict, b.construct(cx.helper('PyDict'), []), (inner) => {
    if (cx.unit.dialect === 2) {
      const [value, key] = lowerExprs([node.value, node.key], inner);
      const held = inner.spill(value!);
      inner.emit(b.statement(b.call(b.member(b.id(dict), 'set'), [key!, held, inner.at(node)])));
      return;
    }
    const [key, value] = lowerExprs([node.key, node.value], inner);
    const place = inner.at({ start: node.key.start, end: node.value.end });
    inner.emit(b.statement(b.call(b.member(b.id(dict), 'set'), [key!, value!, place])));
  });
  return b.id(dict);
};

export const GeneratorExp: ExprVisitor<'GeneratorExp'> = (node, cx) => makeGeneratorExpression(node, cx);

/** Emits the loops before the current statement; `result` is the variable that they fill. */
function inline(
  node: InlineComp,
  cx: FunctionContext,
  result: string,
  empty: b.Expression,
  emitItem: (cx: FunctionContext) => void,
  onHead: (head: LoopHead) => void = () => {},
): void {
  const [first] = node.generators;
  const outerScope = cx.scope;
  cx.emit(b.statement(b.assign(b.id(result), empty)));
  if (cx.tellsLines && cx.unit.dialect === 2) comesTo(node, cx);
  cx.comprehensions++;
  const head = loopHead(first!.target, first!.iter, first!.is_async, cx);
  if (cx.tellsLines) cx.emit(b.statement(cx.at(node)));
  onHead(head);
  const leaky = cx.unit.dialect === 2 && node.type === 'ListComp';
  if (!leaky) {
    cx.scope = cx.unit.scopes.of(node);
    declareLoopVariables(cx);
    noteCounters(node.generators, cx);
  }
  const bound = new Set(cx.bound);
  loops(node.generators, 0, head, cx, emitItem, node.type === 'DictComp' ? node.key : node.elt);
  cx.comprehensions--;
  cx.bound = bound;
  cx.scope = outerScope;
}

/** The comprehension's own variables: JavaScript locals of the frame; captured ones get a fresh cell. */
function declareLoopVariables(cx: FunctionContext): void {
  for (const variable of cx.scope.variables.values()) {
    cx.declare(variable.jsName);
    if (variable.captured)
      cx.emit(b.statement(b.assign(b.id(variable.jsName), b.construct(cx.helper('Cell'), [b.undef()]))));
  }
}

/** The comprehension's variables that go over a range hold only ints. */
export function noteCounters(generators: readonly ast.Comprehension[], cx: FunctionContext): void {
  for (const { target, iter } of generators) {
    const variable = target.type === 'Name' ? cx.variable(cx.mangled(target.id)) : null;
    if (variable !== null && isIntIterable(iter)) cx.numbers.ints.add(variable);
  }
}

/** The nested `for … if …` clauses from number `at` on, around what `emitItem` emits. */
export function loops(
  generators: readonly ast.Comprehension[],
  at: number,
  source: b.Expression | LoopHead | null,
  cx: FunctionContext,
  emitItem: (cx: FunctionContext) => void,
  item: ast.Span | null = null,
): void {
  const generator = generators[at]!;
  const { statements, assign } = headOf(generator, source, cx);
  // Python 3 jumps back from where the item stands.
  const leaves = item !== null && cx.tellsLines && cx.unit.dialect === 3 ? [b.statement(cx.at(item))] : [];
  const body = cx.collect(() => {
    cx.emit(...statements);
    assign();
    for (const test of generator.ifs) {
      const go = lowerTest(test, cx);
      cx.emit(b.ifStatement(b.not(go), [...leaves, b.continueTo(null)]));
    }
    if (at + 1 < generators.length) loops(generators, at + 1, null, cx, emitItem, item);
    else emitItem(cx);
  });
  beforeLoop(cx);
  cx.emit(b.loop(body));
}

/** A clause's loop; `source` is what it goes over, or its head, where that is there already. */
function headOf(
  { target, iter, is_async }: ast.Comprehension,
  source: b.Expression | LoopHead | null,
  cx: FunctionContext,
): LoopHead {
  if (source === null) return loopHead(target, iter, is_async, cx);
  if ('statements' in source) return source;
  return generalLoop(target, () => source, iter, is_async, cx);
}

/** Generator expressions: as generators, and in the form that hands its values to a function. */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { CodeSpec } from './code.js';
import { FunctionContext } from './context.js';
import { threadCall } from './threaded.js';
import { loops, noteCounters } from './expressions/comprehension.js';
import { lowerExpr } from './expressions/index.js';
import type { Taker } from './expressions/taken.js';
import { guard } from './frame.js';
import { goingOn, pausing } from './profiled.js';
import { begins, comesTo, isSpread, isTraced } from './traced.js';
import { codeBase, define, inheritBound, jsFunctionName, maker, reserve, variableNames } from './function.js';

/** A generator expression: a generator function of one argument, the first iterable's iterator, called at once. */
export function makeGeneratorExpression(node: ast.GeneratorExp, cx: FunctionContext): b.Expression {
  const source = generatorSource(node, cx);
  const make = define(generatorCode(node, cx), cx, [], [], null);
  if (!cx.isThreaded) return b.call(make, [source]);
  // Without calls only what it goes over can suspend the thread.
  const mayWait = cx.unit.scopes.of(node).hasCalls || node.generators.length > 1;
  return mayWait ? threadCall(make, [source], cx) : b.yieldOf(b.call(cx.helper('threadOver'), [make, source]), true);
}

/** The iterator that the first clause goes over. */
export function generatorSource(node: ast.GeneratorExp, cx: FunctionContext): b.Expression {
  const { iter, is_async } = node.generators[0]!;
  const iterable = lowerExpr(iter, cx);
  return is_async ? iterable : cx.op('iterObject', [iterable], iter);
}

/** The code of a generator expression whose values go to `taker`, and the expression that makes its function. */
export function generatorFunction(node: ast.GeneratorExp, taker: Taker, cx: FunctionContext): [CodeSpec, b.Expression] {
  const spec = generatorCode(node, cx);
  spec.push = pushForm(node, spec, taker, cx);
  return [spec, define(spec, cx, [], [], null)];
}

function generatorCode(node: ast.GeneratorExp, cx: FunctionContext): CodeSpec {
  const scope = cx.unit.scopes.of(node);
  const { index, fill } = reserve(cx);
  const inner = new FunctionContext(cx.unit, scope, cx.className, index);
  noteCounters(node.generators, inner);
  inheritBound(inner, cx);
  const body = inner.collect(() => {
    begins(inner);
    comesTo(node, inner);
    inner.tellsLines = isTraced(inner) && isSpread(node.start, node.end, inner);
    loops(
      generatorsOf(node, inner),
      0,
      b.id('$0'),
      inner,
      (c) => {
        const value = lowerExpr(node.elt, c);
        const given = scope.isCoroutine ? b.construct(c.helper('AsyncYield'), [value]) : value;
        const result = b.id(c.scratch());
        c.emit(b.statement(b.assign(result, goingOn(b.yieldOf(pausing(given, node.elt, c)), c))));
        c.emit(b.statement(b.call(c.helper('resumed'), [result])));
      },
      node.elt,
    );
  });
  const spec: CodeSpec = {
    ...codeBase(index, '<genexpr>', scope, node, cx),
    positional: ['.0'],
    varnames: variableNames(scope, ['.0']),
  };
  spec.make = maker(spec, inner, ['$0'], [], body);
  fill(spec);
  return spec;
}

/** In Python 2 the outermost loop stands at the head of the whole, for who is told of lines. */
function generatorsOf(node: ast.GeneratorExp, cx: FunctionContext): readonly ast.Comprehension[] {
  if (!isTraced(cx) || cx.unit.dialect === 3) return node.generators;
  const [first, ...rest] = node.generators;
  return [{ ...first!, iter: { ...first!.iter, start: node.start } }, ...rest];
}

/** The same as a plain function that does with each value what `taker` says, with the help of `$k`. */
function pushForm(node: ast.GeneratorExp, spec: CodeSpec, taker: Taker, cx: FunctionContext): b.Expression {
  const inner = new FunctionContext(cx.unit, cx.unit.scopes.of(node), cx.className, spec.index);
  noteCounters(node.generators, inner);
  inheritBound(inner, cx);
  const body = inner.collect(() => {
    taker.start?.(inner);
    loops(node.generators, 0, b.id('$0'), inner, (c) => taker.take(node.elt, c));
    taker.end?.(inner);
  });
  const push = b.func(jsFunctionName('genexpr'), ['$0', '$k'], guard(inner, body));
  return b.arrow(['$i', ...spec.freevars], push);
}

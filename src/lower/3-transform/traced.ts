/**
 * Texts of a program that has its functions watched (`sys.settrace`, `sys.setprofile`): each function has a frame object, and says when it is
 * called, comes to another line, raises and returns. The order of events is that of CPython's instructions.
 */
import type * as ast from '../../parser/ast.js';
import type { Variable } from '../1-scope/scope.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import type { HelperName } from './unit.js';
import { parameterName } from './parameters.js';

const FRAME = b.id('$f');

/** Whether the function being lowered is of such a text. */
export const isTraced = (cx: FunctionContext): boolean => cx.unit.options.traced;

const helper = (cx: FunctionContext, name: HelperName, ...args: b.Expression[]) =>
  b.call(cx.helper(name), [FRAME, ...args]);

/** The whole of a function, between its frame's beginning and its end. `ns`: the namespace of a class body. */
export function traced(body: b.Statement[], cx: FunctionContext): b.Statement[] {
  if (!isTraced(cx)) return body;
  const namespace = cx.frame.kind === 'class' ? [b.id('$ns')] : [];
  const enter = b.call(cx.helper('traceFrame'), [b.id('$i'), ...namespace]);
  return [b.declare('const', ['$f', enter]), b.tryStatement(body, null, [b.statement(helper(cx, 'traceLeave'))])];
}

/** What comes before the first statement, once the parameters are bound: how the frame gets at the variables, and that the function is called. */
export function begins(cx: FunctionContext): void {
  if (isTraced(cx)) cx.emit(...accessors(cx), b.statement(helper(cx, 'traceCall')));
}

/** `$f.names = […]; $f.access = (n, set, v) => …`: reads variable number `n`, or sets it. */
function accessors(cx: FunctionContext): b.Statement[] {
  const { frame } = cx;
  if (frame.kind !== 'function') return [];
  const own = [...frame.variables.values()].filter((v) => isName(v.name));
  const free = [...frame.freeVariables.values()].filter((v) => isName(v.name) && !own.includes(v));
  const places = [...own.filter((v) => !v.captured), ...own.filter((v) => v.captured), ...free].map(
    (v): [string, b.Expression] => [v.name, place(v, v.scope !== frame)],
  );
  if (frame.node.type === 'GeneratorExp') places.unshift(['.0', b.id('$0')]);
  if (places.length === 0) return [];
  const cases = places.map(([, js], i) => ({
    type: 'SwitchCase' as const,
    test: b.literal(i),
    consequent: [b.ret(b.conditional(b.id('$set'), b.assign(js, b.id('$v')), js))],
  }));
  const body: b.Statement = { type: 'SwitchStatement', discriminant: b.id('$n'), cases };
  const names = cx.unit.constant(`names:${JSON.stringify(places.map(([name]) => name))}`, () =>
    b.array(places.map(([name]) => b.literal(name))),
  );
  return [
    b.statement(b.assign(b.member(FRAME, 'names'), names)),
    b.statement(b.assign(b.member(FRAME, 'access'), b.arrow(['$n', '$set', '$v'], [body]))),
  ];
}

/** Not what the compiler keeps for itself. */
const isName = (name: string): boolean => !name.endsWith(' ');

function place(variable: Variable, isFree: boolean): b.Expression {
  if (variable.captured || isFree) return b.member(b.id(variable.jsName), 'v');
  return b.id(variable.param ? parameterName(variable) : variable.jsName);
}

/** A function's result, which is told of when all `finally` blocks have run. */
export const result = (value: b.Expression, cx: FunctionContext): b.Expression =>
  isTraced(cx) && cx.frame.kind !== 'class' ? b.assign(b.member(FRAME, 'result'), value) : value;

/** The function comes to the line of `node`, if it is not there already; where it is. */
export function atLine(node: ast.Span, position: b.Expression, cx: FunctionContext): b.Expression {
  return helper(cx, 'traceLine', b.literal(lineOf(node, cx)), position);
}

/** A statement that does nothing but to come to a line. */
export function comesTo(node: ast.Span, cx: FunctionContext): void {
  if (isTraced(cx)) cx.emit(b.statement(atLine(node, cx.position(node), cx)));
}

/** Before a loop: its first turn comes to its head from above. */
export function beforeLoop(cx: FunctionContext): void {
  if (isTraced(cx)) cx.emit(b.statement(b.assign(b.member(FRAME, 'isEntering'), b.literal(true))));
}

/** At the head of a loop, which each turn but the first comes to by a jump back: that is told of even on the same line. */
export const turns = (node: ast.Span, cx: FunctionContext): b.Statement[] =>
  isTraced(cx) ? [b.statement(helper(cx, 'traceTurn', b.literal(lineOf(node, cx)), cx.position(node)))] : [];

/** The same for a loop whose test stands at its end in CPython, too, and jumps from there to the body. */
export const turnsInto = (first: ast.Span, cx: FunctionContext): b.Statement[] =>
  isTraced(cx) ? [b.statement(helper(cx, 'traceTurnInto', b.literal(lineOf(first, cx)), cx.position(first)))] : [];

/** The value, after which the function is on the line of `node` again: where what is made of several parts is put together. */
export const thenAt = (value: b.Expression, node: ast.Span, cx: FunctionContext): b.Expression =>
  cx.tellsLines && cx.unit.dialect === 3 ? b.call(cx.helper('first'), [value, cx.at(node)]) : value;

/** What is emitted comes to lines again that were left; in Python 2 nobody hears of that. */
export function backAt<T>(cx: FunctionContext, emit: () => T): T {
  const outer = cx.tellsLines;
  cx.tellsLines = isTraced(cx) && cx.unit.dialect === 3;
  const result = emit();
  cx.tellsLines = outer;
  return result;
}

/** In Python 2 a statement never comes to an earlier line again. */
export const lineOf = (node: ast.Span, cx: FunctionContext): number =>
  cx.unit.source.position(cx.unit.dialect === 2 ? Math.max(node.start, cx.latestStart) : node.start).line;

/** The same exception goes on: the function is where it came from again. */
export const goesOnFrom = (error: b.Expression, cx: FunctionContext): b.Expression =>
  isTraced(cx) && cx.unit.dialect === 3 ? helper(cx, 'traceAgain', error) : b.call(cx.helper('again'), [error]);

/** What an `await` gives: its end is told of as the exception that brings it. */
export const awaited = (value: b.Expression, cx: FunctionContext): b.Expression =>
  isTraced(cx) ? helper(cx, 'traceAwaited', value) : value;

/** The end of a `yield from` or `await`. */
export const delegated = (delegation: b.Expression, cx: FunctionContext): b.Statement[] =>
  isTraced(cx) && cx.unit.dialect === 3 ? [b.statement(helper(cx, 'traceDelegated', delegation))] : [];

/** The end of a loop, of which an exception may have told. */
export const ended = (iterator: b.Expression, cx: FunctionContext): b.Statement[] =>
  isTraced(cx) && cx.unit.dialect === 3 ? [b.statement(helper(cx, 'traceEnded', iterator))] : [];

/** Whether a part of a statement is on other lines than the statement begins on. */
export const isSpread = (start: number, end: number, cx: FunctionContext): boolean =>
  cx.unit.source.position(start).line !== cx.unit.source.position(Math.max(start, end - 1)).line;

/** A generator gives `value`: the function returns for the time being. */
export const pausing = (value: b.Expression, node: ast.Span, cx: FunctionContext): b.Expression =>
  helper(cx, 'tracePause', value, cx.at(node));

/** What a generator is given when it goes on: it is called again. */
export const goingOn = (value: b.Expression, cx: FunctionContext): b.Expression =>
  b.call(cx.helper('first'), [value, helper(cx, 'traceResume')]);

/** An exception leaves the function: what is thrown on. */
export const raised = (self: readonly b.Expression[], cx: FunctionContext): b.Expression =>
  helper(cx, 'traceRaised', b.id('$x'), b.id('$l'), ...self);

/** An exception has come to a handler of the function. */
export const reached = (error: b.Expression, around: b.Expression, cx: FunctionContext): b.Expression =>
  helper(cx, 'traceCaught', error, b.id('$l'), around);

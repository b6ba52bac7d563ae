/**
 * Texts of a program that counts its own calls (`cProfile`): each function says when it begins and ends, and each call goes through a helper that
 * says so of built-in functions.
 */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import { brought } from './threaded.js';
import { goingOn as goingOnTraced, isTraced, pausing as pausingTraced } from './traced.js';

const ACTIVATION = b.id('$pf');

/** Whether the function being lowered is of such a text. */
export const isProfiled = (cx: FunctionContext): boolean => cx.unit.options.profiled;

/** The whole of a function, between its beginning and its end. */
export function profiled(body: b.Statement[], cx: FunctionContext): b.Statement[] {
  if (!isProfiled(cx)) return body;
  const enter = b.call(cx.helper('profileEnter'), [b.id('$i')]);
  const leave = b.call(cx.helper('profileLeave'), [ACTIVATION]);
  return [b.declare('let', ['$pf', enter]), b.tryStatement(body, null, [b.statement(leave)])];
}

/** What a generator gives: it has ended for the time being. */
export function pausing(value: b.Expression, node: ast.Span, cx: FunctionContext): b.Expression {
  const told = isTraced(cx) ? pausingTraced(value, node, cx) : value;
  return isProfiled(cx) ? b.call(cx.helper('profilePause'), [ACTIVATION, told]) : told;
}

/** What a generator is given when it goes on: it has begun again. */
export function goingOn(value: b.Expression, cx: FunctionContext): b.Expression {
  const told = isTraced(cx) ? goingOnTraced(value, cx) : value;
  return isProfiled(cx)
    ? b.call(cx.helper('first'), [told, b.assign(ACTIVATION, b.call(cx.helper('profileEnter'), [b.id('$i')]))])
    : told;
}

/** A call that is told of; `pairs` as `callKeywords` takes them, or null. */
export function profiledCall(
  f: b.Expression,
  args: b.Expression,
  pairs: b.Expression,
  node: ast.Span,
  cx: FunctionContext,
): b.Expression {
  const kind = isTraced(cx) && !isProfiled(cx) ? TRACED : PROFILED;
  const operands = kind === TRACED ? [b.id('$f'), f, args, pairs] : [f, args, pairs];
  return cx.isThreaded ? brought(cx.op(kind.thread, operands, node), cx) : cx.op(kind.call, operands, node);
}

const PROFILED = { call: 'profiledCall', thread: 'profiledThreadCall' } as const;
const TRACED = { call: 'tracedCall', thread: 'tracedThreadCall' } as const;

/** Whether calls go through a helper that tells of them. */
export const tellsCalls = (cx: FunctionContext): boolean => isProfiled(cx) || isTraced(cx);

/**
 * Texts of a program that counts its own calls (`cProfile`): each function says when it begins and ends, and each call goes through a helper that
 * says so of built-in functions.
 */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import { brought } from './threaded.js';

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
export const pausing = (value: b.Expression, cx: FunctionContext): b.Expression =>
  isProfiled(cx) ? b.call(cx.helper('profilePause'), [ACTIVATION, value]) : value;

/** What a generator is given when it goes on: it has begun again. */
export const goingOn = (value: b.Expression, cx: FunctionContext): b.Expression =>
  isProfiled(cx)
    ? b.call(cx.helper('first'), [value, b.assign(ACTIVATION, b.call(cx.helper('profileEnter'), [b.id('$i')]))])
    : value;

/** A call that is told of; `pairs` as `callKeywords` takes them, or null. */
export const profiledCall = (
  f: b.Expression,
  args: b.Expression,
  pairs: b.Expression,
  node: ast.Span,
  cx: FunctionContext,
): b.Expression =>
  cx.isThreaded
    ? brought(cx.op('profiledThreadCall', [f, args, pairs], node), cx)
    : cx.op('profiledCall', [f, args, pairs], node);

/** Statements whose exceptions are caught, and what goes on with an exception that nobody caught. */
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';

/**
 * Statements whose exceptions end up in the variable `error`, as `thrown`: what they raise themselves gets there by a jump,
 * what comes from calls is caught. `finalizer` makes the statements of a `finally` block, once the others are emitted.
 */
export function guarded(
  error: string,
  emit: () => void,
  cx: FunctionContext,
  finalizer: (() => b.Statement[]) | null = null,
  thrown: b.Expression = b.id('$e'),
): b.Statement {
  const target = { label: cx.unique('try'), error, isUsed: false };
  const outer = cx.tryTarget;
  cx.tryTarget = target;
  const body = cx.collect(emit);
  cx.tryTarget = outer;
  const handler = { param: '$e', body: [b.statement(b.assign(b.id(error), thrown))] };
  const whole = b.tryStatement(body, handler, finalizer === null ? null : finalizer());
  return target.isUsed ? b.labeled(target.label, b.block([whole])) : whole;
}

/** If there is an `error`, `exception` is raised around the statement that let it through, after `before`. */
export function goesOn(
  error: b.Expression,
  exception: b.Expression,
  cx: FunctionContext,
  before: readonly b.Statement[] = [],
): b.Statement {
  const raising = cx.collect(() => cx.beyond(() => cx.raise(exception)));
  return b.ifStatement(b.not(b.isUndefined(error)), [...before, ...raising]);
}

/** Can the statements be left other than at their end or by an exception? Then what follows has to be a `finally` block. */
export function mayLeave(nodes: readonly object[], cx: FunctionContext): boolean {
  return cx.isGenerator || cx.isThreaded || jumps(nodes);
}

/** Is there a `return`, or a `break` or `continue` of a loop outside? */
export function jumps(node: object, isInLoop = false): boolean {
  if (Array.isArray(node)) return node.some((item) => isNode(item) && jumps(item, isInLoop));
  const { type } = node as { type?: string };
  if (type === 'Return') return true;
  if (type === 'Break' || type === 'Continue') return !isInLoop;
  if (type === 'FunctionDef' || type === 'AsyncFunctionDef' || type === 'ClassDef') return false;
  const isLoop = type === 'For' || type === 'AsyncFor' || type === 'While';
  return Object.entries(node).some(
    ([key, value]) => isNode(value) && jumps(value, isInLoop || (isLoop && key === 'body')),
  );
}

const isNode = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && (Array.isArray(value) || 'type' in value);

/** The head of every loop over an iterable. */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import { brought } from './threaded.js';
import { awaited, ended, turns } from './traced.js';

/** What a loop's body begins with: the statements that fetch the next value or leave, and its assignment to the target. */
export interface LoopHead {
  readonly statements: b.Statement[];
  readonly assign: () => void;
  /** The variables that hold the runtime's iterator and its value, where there are such. */
  readonly variables?: readonly [iterator: string, value: string];
  /** How many turns there will be, once the set-up is done; absent where that is not known. */
  readonly turns?: b.Expression;
}

/** The runtime's iterator over a value. */
export const iterateOver = (iterable: b.Expression, node: ast.Span, cx: FunctionContext): b.Expression =>
  cx.isThreaded ? brought(cx.op('threadIterate', [iterable], node), cx) : cx.op('iterate', [iterable], node);

/**
 * Emits the set-up of a loop over `iterable`, which is lowered where nothing of it is needed any more once there is an iterator. The result: the statements that begin the loop's body (they fetch the next
 * value and leave the loop when there is none) and the value.
 */
export function openLoop(
  iterable: () => b.Expression,
  node: ast.Span,
  isAsync: boolean,
  cx: FunctionContext,
): { statements: b.Statement[]; value: b.Expression; variables: readonly [string, string] } {
  const it = cx.local('it');
  const value = cx.scratchLocal('x');
  const v = b.id(value);
  if (isAsync) {
    cx.withOwnTemps(() => cx.emit(b.statement(b.assign(b.id(it), cx.op('asyncIter', [iterable()], node)))));
    const begun = b.assign(v, cx.op('asyncNext', [b.id(it)], node));
    const rest = b.assign(v, b.yieldOf(b.call(cx.helper('asyncRest'), [v]), true));
    const next = awaited(b.conditional(b.binary('instanceof', begun, cx.helper('AsyncRest')), rest, v), cx);
    return {
      statements: [...turns(node, cx), b.ifStatement(b.isUndefined(next), [b.breakTo(null)])],
      value: v,
      variables: [it, value],
    };
  }
  cx.withOwnTemps(() => cx.emit(b.statement(b.assign(b.id(it), iterateOver(iterable(), node, cx)))));
  const plain = b.call(b.member(b.id(it), 'nx'), []);
  const fetch = cx.isThreaded
    ? b.conditional(
        b.isUndefined(b.member(b.id(it), 'call')),
        plain,
        b.yieldOf(b.call(cx.helper('threadNext'), [b.id(it)]), true),
      )
    : plain;
  const next = b.sequence(cx.at(node), b.assign(v, fetch));
  return {
    statements: [
      ...tick(node, cx),
      ...turns(node, cx),
      b.ifStatement(b.isUndefined(next), [...ended(b.id(it), cx), b.breakTo(null)]),
    ],
    value: v,
    variables: [it, value],
  };
}

/** Every turn of a loop looks whether a signal has arrived; in the threaded form it uses up a little of the thread's time slice. */
export function tick(node: ast.Span, cx: FunctionContext): b.Statement[] {
  if (!cx.isThreaded) {
    const look = b.sequence(cx.at(node), b.call(cx.helper('interrupted'), []));
    return [b.ifStatement(b.member(b.id('$rt'), 'pending'), [b.statement(look)])];
  }
  const fuel = b.member(b.id('$rt'), 'fuel');
  const spent = b.binary('<', b.assign(fuel, b.binary('-', fuel, b.literal(1))), b.literal(0));
  return [b.ifStatement(spent, [b.statement(b.yieldOf(b.call(cx.helper('threadTick'), []), true))])];
}

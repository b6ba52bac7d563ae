/** The head of every loop over an iterable. */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';

/**
 * Emits the set-up of a loop over `iterable`. The result: the statements that begin the loop's body (they fetch the next
 * value and leave the loop when there is none) and the value.
 */
export function openLoop(iterable: b.Expression, node: ast.Span, isAsync: boolean, cx: FunctionContext): { statements: b.Statement[]; value: b.Expression } {
  const it = cx.unique('it');
  const value = cx.unique('x');
  cx.locals.add(it);
  cx.locals.add(value);
  const v = b.id(value);
  if (isAsync) {
    cx.emit(b.statement(b.assign(b.id(it), cx.op('asyncIter', [iterable], node))));
    const next = b.yieldOf(cx.op('asyncNext', [b.id(it)], node), true);
    return { statements: [b.ifStatement(b.isUndefined(b.assign(v, next)), [b.breakTo(null)])], value: v };
  }
  cx.emit(b.statement(b.assign(b.id(it), cx.op('iterate', [iterable], node))));
  const next = b.sequence(cx.at(node), b.assign(v, b.call(b.member(b.id(it), 'nx'), [])));
  return { statements: [b.ifStatement(b.isUndefined(next), [b.breakTo(null)])], value: v };
}

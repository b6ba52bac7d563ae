import * as b from '../../build.js';
import { boxed, lowerNumeric } from '../numeric.js';
import { mayWait } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { isNumber, operands } from './operands.js';
import { lowerTest } from './test.js';

export const UnaryOp: ExprVisitor<'UnaryOp'> = (node, cx) => {
  if (node.op === 'Not') return b.not(lowerTest(node.operand, cx));
  if (node.op === 'USub' && node.operand.type === 'Constant') {
    const { value } = node.operand;
    if (value.kind === 'int' && typeof value.value === 'number' && value.value !== 0 && !value.long)
      return b.literal(-value.value);
    if (value.kind === 'float') {
      const { value: v } = value;
      return cx.unit.constant(`f${Object.is(v, 0) ? '-0' : -v}`, () =>
        b.construct(cx.helper('PyFloat'), [b.literal(-v)]),
      );
    }
  }
  if (node.op === 'USub' && cx.unit.hasFloats) return boxed(lowerNumeric(node, cx), cx);
  const { setup, values } = operands([node.operand], cx);
  const v = values[0]!;
  const helper = ({ USub: 'neg', UAdd: 'pos', Invert: 'invert' } as const)[node.op];
  const slow = b.sequence(
    cx.at(node),
    mayWait(b.call(cx.helper(helper), [v]), 'threadUnary', [b.literal(helper), v], cx),
  );
  if (node.op === 'USub') {
    return b.sequence(
      ...setup,
      b.conditional(b.and(isNumber(v), b.binary('!==', v, b.literal(0))), b.unary('-', v), slow),
    );
  }
  if (node.op === 'Invert') {
    const inRange = b.and(isNumber(v), b.binary('<', v, b.literal(Number.MAX_SAFE_INTEGER)));
    return b.sequence(...setup, b.conditional(inRange, b.binary('-', b.literal(-1), v), slow));
  }
  return b.sequence(...setup, slow);
};

import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import type { ExprVisitor } from '../visitor.js';

/** Literals. What is an object at run time is made once for the unit. */
export const Constant: ExprVisitor<'Constant'> = (node, cx) => constant(node.value, cx);

export function constant(value: ast.ConstantValue, cx: FunctionContext): b.Expression {
  const { unit } = cx;
  switch (value.kind) {
    case 'None':
      return b.nil();
    case 'bool':
      return b.literal(value.value);
    case 'int':
      return intConstant(value.value, value.long === true, cx);
    case 'float':
      return unit.constant(`f${Object.is(value.value, -0) ? '-0' : value.value}`, () =>
        b.construct(cx.helper('PyFloat'), [b.literal(value.value)]),
      );
    case 'complex':
      return unit.constant(`c${value.imag}`, () =>
        b.construct(cx.helper('PyComplex'), [b.literal(0), b.literal(value.imag)]),
      );
    case 'str':
      return b.literal(value.value);
    case 'bytes':
      return unit.constant(`b${value.value}`, () => b.call(cx.helper('bytesConstant'), [b.literal(value.value)]));
    case 'unicode':
      return unit.constant(`u${value.value}`, () => b.construct(cx.helper('PyUnicode'), [b.literal(value.value)]));
    case 'Ellipsis':
      return cx.helper('Ellipsis');
  }
}

function intConstant(value: number | bigint, long: boolean, cx: FunctionContext): b.Expression {
  if (long) return cx.unit.constant(`l${value}`, () => b.call(cx.helper('longConstant'), [b.bigint(BigInt(value))]));
  if (typeof value === 'number') return b.literal(value);
  return cx.unit.constant(`i${value}`, () => b.bigint(value));
}

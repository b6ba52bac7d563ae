/** The values of number literals. */
import type { ConstantValue, Expr } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import type { Token } from '../tokens/token.js';
import type { ConvertContext } from './reader.js';

/** CPython refuses to read longer decimal integers. */
const MAX_DECIMAL_DIGITS = 4300;
const MAX_INT_2 = 2n ** 63n - 1n;

/** The value of a number token. */
export function convertNumber(cx: ConvertContext, { start, end }: Token): ConstantValue {
  const text = cx.source.text.slice(start, end).replaceAll('_', '');
  const last = text[text.length - 1]!.toLowerCase();
  if (last === 'l') return long(integer(text.slice(0, -1), cx.dialect), true);
  if (/^0[xob]/i.test(text)) return long(integer(text, cx.dialect), cx.dialect === 2);
  if (last === 'j') return { kind: 'complex', imag: Number(text.slice(0, -1)) };
  if (/[.e]/i.test(text)) return { kind: 'float', value: Number(text) };
  if (cx.dialect === 3 && text.length > MAX_DECIMAL_DIGITS) throw new NotPython();
  return long(integer(text, cx.dialect), cx.dialect === 2);

  function long(value: bigint, always: boolean): ConstantValue {
    const small = value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
    const isLong = cx.dialect === 2 && (last === 'l' || (always && value > MAX_INT_2));
    return isLong ? { kind: 'int', value: small, long: true } : { kind: 'int', value: small };
  }
}

function integer(text: string, dialect: 2 | 3): bigint {
  if (dialect === 2 && /^0[0-7]+$/.test(text)) return BigInt(`0o${text.slice(1)}`);
  return BigInt(text);
}

/** Python 2 reads a minus sign before a number as part of it, which matters for the smallest int. */
export function foldNegativeNumber(cx: ConvertContext, node: Expr): Expr {
  if (node.type !== 'UnaryOp' || node.op !== 'USub' || node.operand.type !== 'Constant') return node;
  const { start, end } = node.operand;
  const value = negate(node.operand.value, /[lL]$/.test(cx.source.text.slice(start, end)));
  return value ? { type: 'Constant', value, kind: null, start: node.start, end: node.end } : node;
}

/** `suffixed` says that an int is written with an L. */
function negate(value: ConstantValue, suffixed: boolean): ConstantValue | null {
  switch (value.kind) {
    case 'int': {
      if (value.value === 0) return value;
      const negative = -value.value;
      const isLong = value.long && (suffixed || value.value !== MAX_INT_2 + 1n);
      return isLong ? { kind: 'int', value: negative, long: true } : { kind: 'int', value: negative };
    }
    case 'float':
      return { kind: 'float', value: -value.value };
    case 'complex':
      return { kind: 'complex', imag: -value.imag };
    default:
      return null;
  }
}

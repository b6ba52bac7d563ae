/** The keys of a mapping pattern: which of them are equal, and how CPython shows them. */
import type { ConstantValue, Expr } from '../ast.js';
import { reprConstant } from '../dump/python3.js';
import { reprComplex, reprFloat } from '../dump/repr.js';

export interface LiteralKey {
  /** The same text for keys that are equal: `1`, `1.0` and `True` are. */
  readonly identity: string;
  readonly shown: string;
}

interface NumberValue {
  readonly kind: 'int' | 'float' | 'complex';
  readonly real: number | bigint;
  readonly imag: number;
}

/** The value of a literal, of a number with a sign, or of a sum with an imaginary number. */
export function literalKey(node: Expr): LiteralKey | null {
  const number = numberOf(node);
  if (number) return { identity: numberIdentity(number), shown: showNumber(node, number) };
  if (node.type !== 'Constant') return null;
  return { identity: reprConstant(node.value), shown: reprConstant(node.value) };
}

function numberOf(node: Expr): NumberValue | null {
  switch (node.type) {
    case 'Constant':
      return constantNumber(node.value);
    case 'UnaryOp': {
      const value = numberOf(node.operand);
      return value && { kind: value.kind, real: -value.real || 0, imag: -value.imag };
    }
    case 'BinOp': {
      const left = numberOf(node.left);
      const right = numberOf(node.right);
      if (!left || !right) return null;
      return { kind: 'complex', real: Number(left.real), imag: node.op === 'Sub' ? -right.imag : right.imag };
    }
    default:
      return null;
  }
}

function constantNumber(value: ConstantValue): NumberValue | null {
  switch (value.kind) {
    case 'bool':
      return { kind: 'int', real: Number(value.value), imag: 0 };
    case 'int':
    case 'float':
      return { kind: value.kind, real: value.value, imag: 0 };
    case 'complex':
      return { kind: 'complex', real: 0, imag: value.imag };
    default:
      return null;
  }
}

function numberIdentity({ real, imag }: NumberValue): string {
  return `number ${Number.isInteger(real) ? BigInt(real) : real} ${imag || 0}`;
}

function showNumber(node: Expr, { kind, real, imag }: NumberValue): string {
  if (node.type === 'Constant') return reprConstant(node.value);
  if (kind === 'complex') return reprComplex(Number(real), imag);
  return kind === 'float' ? reprFloat(Number(real)) : `${real}`;
}

/** Operators: their names in the tree and how tightly they bind. */
import type { CmpOp, Operator } from '../ast.js';

export interface BinaryOperator {
  readonly op: Operator;
  /** Higher binds tighter. `**` is read apart, since it binds to the right. */
  readonly precedence: number;
}

export const BINARY: ReadonlyMap<string, BinaryOperator> = new Map([
  ['|', { op: 'BitOr', precedence: 1 }],
  ['^', { op: 'BitXor', precedence: 2 }],
  ['&', { op: 'BitAnd', precedence: 3 }],
  ['<<', { op: 'LShift', precedence: 4 }],
  ['>>', { op: 'RShift', precedence: 4 }],
  ['+', { op: 'Add', precedence: 5 }],
  ['-', { op: 'Sub', precedence: 5 }],
  ['*', { op: 'Mult', precedence: 6 }],
  ['/', { op: 'Div', precedence: 6 }],
  ['//', { op: 'FloorDiv', precedence: 6 }],
  ['%', { op: 'Mod', precedence: 6 }],
  ['@', { op: 'MatMult', precedence: 6 }],
]);

export const AUGMENTED: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...[...BINARY].map(([text, { op }]): [string, Operator] => [`${text}=`, op]),
  ['**=', 'Pow'],
]);

/** The comparison operators of one token; `is not` and `not in` have two. */
export const COMPARISON: ReadonlyMap<string, CmpOp> = new Map<string, CmpOp>([
  ['==', 'Eq'],
  ['!=', 'NotEq'],
  ['<>', 'NotEq'],
  ['<', 'Lt'],
  ['<=', 'LtE'],
  ['>', 'Gt'],
  ['>=', 'GtE'],
  ['in', 'In'],
  ['is', 'Is'],
]);

export const UNARY = { '+': 'UAdd', '-': 'USub', '~': 'Invert' } as const;

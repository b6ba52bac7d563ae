/** Operands of inline fast paths, which mention each operand several times. */
import type * as ast from '../../../parser/ast.js';
import { isText } from '../../2-types/texts.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { lowerExprs } from './index.js';

export interface Operands {
  /** Assignments to evaluate first, in order. */
  readonly setup: b.Expression[];
  readonly values: b.Expression[];
}

/** The operands as variables or constants: evaluated once, left to right, before anything that uses them. */
export function operands(nodes: readonly ast.Expr[], cx: FunctionContext): Operands {
  return fix(lowerExprs(nodes, cx), cx);
}

export function fix(values: b.Expression[], cx: FunctionContext): Operands {
  const setup: b.Expression[] = [];
  const fixed: b.Expression[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // A variable can be used in place when nothing after it can run code.
    if (b.isStable(value) || (b.isSimple(value) && values.slice(i + 1).every(b.isSimple))) {
      fixed.push(value);
      continue;
    }
    const t = b.id(cx.scratch());
    setup.push(b.assign(t, value));
    fixed.push(t);
  }
  return { setup, values: fixed };
}

export const isNumber = (value: b.Expression): b.Expression => b.typeIs(value, 'number');

/** The number that a literal node stands for, if it is a safe int. */
export function intLiteral(node: ast.Expr): number | null {
  if (node.type === 'Constant' && node.value.kind === 'int' && typeof node.value.value === 'number' && !node.value.long)
    return node.value.value;
  if (node.type === 'UnaryOp' && node.op === 'USub') {
    const inner = intLiteral(node.operand);
    return inner === null || inner === 0 ? null : -inner;
  }
  return null;
}

/** Could this node's value be an int, as far as its own form tells? */
export function mayBeInt(node: ast.Expr): boolean {
  switch (node.type) {
    case 'Constant':
      return node.value.kind === 'int' && typeof node.value.value === 'number' && !node.value.long;
    case 'List':
    case 'Tuple':
    case 'Dict':
    case 'Set':
    case 'ListComp':
    case 'DictComp':
    case 'SetComp':
    case 'Lambda':
      return false;
    default:
      return !isText(node);
  }
}

import type * as ast from '../../../parser/ast.js';

/** What CPython's optimizer makes a constant. */
export function isFolded(node: ast.Expr): boolean {
  switch (node.type) {
    case 'Constant':
      return true;
    case 'UnaryOp':
      return node.op !== 'Not' && isFolded(node.operand);
    case 'BinOp':
      return isFolded(node.left) && isFolded(node.right);
    case 'Tuple':
      return node.elts.every(isFolded);
    default:
      return false;
  }
}

/** Statements that only Python 2 has. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import { lowerExpr, lowerExprs } from '../expressions/index.js';
import type { StmtVisitor } from '../visitor.js';

/**
 * `print >>dest, a, b,`: each value is written before the next one is looked at, so only constants go along with the
 * value before them. The softspace rules are the helper's.
 */
export const Print: StmtVisitor<'Print'> = (node, cx) => {
  const groups: ast.Expr[][] = [];
  for (const value of node.values) {
    if (groups.length > 0 && value.type === 'Constant') groups.at(-1)!.push(value);
    else groups.push([value]);
  }
  if (groups.length === 0) groups.push([]);
  const once = node.dest === null || groups.length === 1 ? null : cx.spill(lowerExpr(node.dest, cx));
  groups.forEach((group, i) => {
    const values = lowerExprs(once === null && node.dest !== null ? [node.dest, ...group] : group, cx);
    const dest = once ?? (node.dest === null ? b.nil() : values.shift()!);
    const newline = node.nl && i === groups.length - 1;
    cx.emit(b.statement(cx.op('print2', [dest, b.array(values), b.literal(newline)], node)));
  });
};

/** `exec body in globals, locals`. */
export const Exec: StmtVisitor<'Exec'> = (node, cx) => {
  const given = [node.body, node.globals, node.locals].filter((e): e is ast.Expr => e !== null);
  const values = lowerExprs(given, cx);
  while (values.length < 3) values.push(b.nil());
  cx.emit(b.statement(cx.op('exec2', [b.id('$u'), ...values], node)));
};

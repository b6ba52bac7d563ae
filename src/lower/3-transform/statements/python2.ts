/** Statements that only Python 2 has. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import { lowerExprs } from '../expressions/index.js';
import type { StmtVisitor } from '../visitor.js';

/** `print >>dest, a, b,`: the softspace rules are the helper's. */
export const Print: StmtVisitor<'Print'> = (node, cx) => {
  const nodes: ast.Expr[] = node.dest === null ? [...node.values] : [node.dest, ...node.values];
  const values = lowerExprs(nodes, cx);
  const dest = node.dest === null ? b.nil() : values.shift()!;
  cx.emit(b.statement(cx.op('print2', [dest, b.array(values), b.literal(node.nl)], node)));
};

/** `exec body in globals, locals`. */
export const Exec: StmtVisitor<'Exec'> = (node, cx) => {
  const given = [node.body, node.globals, node.locals].filter((e): e is ast.Expr => e !== null);
  const values = lowerExprs(given, cx);
  while (values.length < 3) values.push(b.nil());
  cx.emit(b.statement(cx.op('exec2', [b.id('$u'), ...values], node)));
};

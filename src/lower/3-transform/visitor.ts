/** Types of the visitors: one for each kind of node. */
import type * as ast from '../../parser/ast.js';
import type * as b from '../build.js';
import type { FunctionContext } from './context.js';

/** Lowers one kind of expression. What must happen before the result is evaluated goes into `cx.statements`. */
export type ExprVisitor<K extends ast.Expr['type']> = (
  node: Extract<ast.Expr, { type: K }>,
  cx: FunctionContext,
) => b.Expression;

/** Lowers one kind of statement into `cx.statements`. */
export type StmtVisitor<K extends ast.Stmt['type']> = (
  node: Extract<ast.Stmt, { type: K }>,
  cx: FunctionContext,
) => void;

/** Exactly one visitor for each kind: a missing or misspelt one is a type error. */
export type ExprTable = { readonly [K in ast.Expr['type']]: ExprVisitor<K> };
export type StmtTable = { readonly [K in ast.Stmt['type']]: StmtVisitor<K> };

/** The table of expression visitors, and lowering of one or several expressions in order. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { told, toldExpression } from '../tracedParts.js';
import type { ExprTable } from '../visitor.js';
import { Attribute } from './Attribute.js';
import { Await, Yield, YieldFrom } from './Yield.js';
import { BinOp } from './BinOp.js';
import { BoolOp, IfExp } from './BoolOp.js';
import { Call } from './Call.js';
import { Compare } from './Compare.js';
import { DictComp, GeneratorExp, ListComp, SetComp } from './comprehension.js';
import { Constant } from './Constant.js';
import { Dict, List, SetDisplay, Starred, Tuple } from './displays.js';
import { FormattedValue, JoinedStr } from './JoinedStr.js';
import { Lambda } from './Lambda.js';
import { Name, NamedExpr } from './Name.js';
import { Repr } from './Repr.js';
import { Slice, Subscript } from './Subscript.js';
import { UnaryOp } from './UnaryOp.js';

const visitors: ExprTable = {
  Attribute,
  Await,
  BinOp,
  BoolOp,
  Call,
  Compare,
  Constant,
  Dict,
  DictComp,
  FormattedValue,
  GeneratorExp,
  IfExp,
  JoinedStr,
  Lambda,
  List,
  ListComp,
  Name,
  NamedExpr,
  Repr,
  Set: SetDisplay,
  SetComp,
  Slice,
  Starred,
  Subscript,
  Tuple,
  UnaryOp,
  Yield,
  YieldFrom,
};

/** Where Python 2 takes an expression to be: a string in three quotes is on its last line. */
function placeIn2(node: ast.Expr, cx: FunctionContext): number {
  const { start, end } = node;
  if (node.type !== 'Constant' || end - start < 7) return start;
  return /^[a-z]{0,2}(?:'''|""")/i.test(cx.unit.source.text.slice(start, start + 5)) ? end - 1 : start;
}

export function lowerExpr(node: ast.Expr, cx: FunctionContext): b.Expression {
  if (cx.unit.dialect === 2) cx.latestStart = Math.max(cx.latestStart, placeIn2(node, cx));
  // The one cast of the folder: TypeScript cannot see that `visitors[k]` takes the node of kind k.
  const visit = visitors[node.type] as (node: ast.Expr, cx: FunctionContext) => b.Expression;
  return cx.tellsLines ? toldExpression(node, cx, () => visit(node, cx)) : visit(node, cx);
}

/** An expression that is a statement's place: the body of a lambda, say. */
export const tracedExpr = (node: ast.Expr, cx: FunctionContext): b.Expression =>
  told(node, cx, () => lowerExpr(node, cx));

/**
 * Several expressions, evaluated left to right. Where a later one needs statements first, the values of the earlier
 * ones are put into temporaries before those statements.
 */
export function lowerExprs(nodes: readonly ast.Expr[], cx: FunctionContext): b.Expression[] {
  const values: b.Expression[] = [];
  for (const node of nodes) {
    const before = cx.statements.length;
    const value = lowerExpr(node, cx);
    if (cx.statements.length > before) spillBefore(values, before, cx);
    values.push(value);
  }
  return values;
}

/** Puts the unstable ones of `values` into temporaries by statements inserted at index `at`. */
export function spillBefore(values: b.Expression[], at: number, cx: FunctionContext): void {
  const spills: b.Statement[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (b.isStable(value)) continue;
    const isSpread = (value as { type: string }).type === 'SpreadElement';
    const inner = isSpread ? (value as unknown as { argument: b.Expression }).argument : value;
    const name = cx.scratch();
    spills.push(b.statement(b.assign(b.id(name), inner)));
    values[i] = isSpread ? b.spread(b.id(name)) : b.id(name);
  }
  cx.statements.splice(at, 0, ...spills);
}

/** An expression that goes into a branch: its statements are collected, not emitted. */
export function lowerInto(node: ast.Expr, cx: FunctionContext): [b.Statement[], b.Expression] {
  let value: b.Expression = b.undef();
  const statements = cx.collect(() => {
    value = lowerExpr(node, cx);
  });
  return [statements, value];
}

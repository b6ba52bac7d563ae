import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { brought } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExprs } from './index.js';

/** An f-string: JavaScript string concatenation of the formatted parts. */
export const JoinedStr: ExprVisitor<'JoinedStr'> = (node, cx) => {
  if (node.values.length === 0) return b.literal('');
  const parts = lowerExprs(node.values, cx);
  const first = node.values[0]!;
  const startsWithText = first.type === 'Constant' || first.type === 'FormattedValue';
  const all = startsWithText ? parts : [b.literal(''), ...parts];
  return all.reduce((a, c) => b.binary('+', a, c));
};

/** `{value!conversion:spec}`. */
export const FormattedValue: ExprVisitor<'FormattedValue'> = (node, cx) => {
  const nodes: ast.Expr[] = node.format_spec === null ? [node.value] : [node.value, node.format_spec];
  const values = lowerExprs(nodes, cx);
  const spec = node.format_spec === null ? b.literal('') : values[1]!;
  return formatCall(values[0]!, node.conversion, spec, node, cx);
};

function formatCall(
  value: b.Expression,
  conversion: number,
  spec: b.Expression,
  node: ast.Span,
  cx: FunctionContext,
): b.Expression {
  const given = [value, b.literal(conversion), spec];
  return cx.isThreaded ? brought(cx.op('threadFormat', given, node), cx) : cx.op('formatValue', given, node);
}

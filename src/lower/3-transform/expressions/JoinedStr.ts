import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { brought } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExprs } from './index.js';
import { concatenated, shown } from './template.js';

/** An f-string: JavaScript string concatenation of the formatted parts. */
export const JoinedStr: ExprVisitor<'JoinedStr'> = (node, cx) => {
  if (node.values.length === 0) return b.literal('');
  const parts = lowerExprs(node.values, cx);
  return concatenated(
    parts.map((part, i) => literalText(node.values[i]!) ?? part),
    cx,
  );
};

const literalText = (node: ast.Expr): string | null =>
  node.type === 'Constant' && node.value.kind === 'str' ? node.value.value : null;

/** `{value!conversion:spec}`. */
export const FormattedValue: ExprVisitor<'FormattedValue'> = (node, cx) => {
  const nodes: ast.Expr[] = node.format_spec === null ? [node.value] : [node.value, node.format_spec];
  const values = lowerExprs(nodes, cx);
  if (node.format_spec !== null) return formatCall(values[0]!, node.conversion, values[1]!, node, cx);
  const general = (value: b.Expression) => formatCall(value, node.conversion, b.literal(''), node, cx);
  return node.conversion === NO_CONVERSION ? shown(values[0]!, cx, general) : general(values[0]!);
};

const NO_CONVERSION = -1;

export function formatCall(
  value: b.Expression,
  conversion: number,
  spec: b.Expression,
  node: ast.Span,
  cx: FunctionContext,
): b.Expression {
  const given = [value, b.literal(conversion), spec];
  return cx.isThreaded ? brought(cx.op('threadFormat', given, node), cx) : cx.op('formatValue', given, node);
}

/**
 * The text of an annotation, as `from __future__ import annotations` keeps it: the expression written anew, in CPython's spacing and quotes.
 * What annotations are hardly made of is given as it stands in the source.
 */
import type * as ast from '../../parser/ast.js';
import { reprConstant } from '../../parser/dump/python3.js';
import type { FunctionContext } from './context.js';

/** Written anew; null where something in it is not known here. */
function written(node: ast.Expr): string | null {
  switch (node.type) {
    case 'Name':
      return node.id;
    case 'Attribute':
      return joined`${atom(node.value)}.${node.attr}`;
    case 'Subscript':
      return joined`${atom(node.value)}[${index(node.slice)}]`;
    case 'List':
      return joined`[${items(node.elts)}]`;
    case 'Tuple':
      return node.elts.length === 1 ? joined`(${items(node.elts)},)` : joined`(${items(node.elts)})`;
    case 'Constant':
      return constant(node);
    case 'BinOp':
      return node.op === 'BitOr' ? joined`${operand(node.left, true)} | ${operand(node.right, false)}` : null;
    case 'Starred':
      return joined`*${atom(node.value)}`;
    default:
      return null;
  }
}

/** Something that may be followed by a dot or a bracket. */
const atom = (node: ast.Expr): string | null =>
  ['Name', 'Attribute', 'Subscript', 'List'].includes(node.type) ? written(node) : null;

/** A side of `|`, which needs no brackets on the left. */
const operand = (node: ast.Expr, isLeft: boolean): string | null =>
  node.type !== 'BinOp' || isLeft ? written(node) : joined`(${written(node)})`;

/** What is in the brackets of a subscript: several items need none of their own. */
const index = (node: ast.Expr): string | null =>
  node.type !== 'Tuple' || node.elts.length === 0
    ? written(node)
    : node.elts.length === 1
      ? joined`${items(node.elts)},`
      : items(node.elts);

function items(nodes: readonly ast.Expr[]): string | null {
  const texts = nodes.map(written);
  return texts.includes(null) ? null : texts.join(', ');
}

/** An infinite number is written as one that is too large. */
function constant({ value, kind }: ast.Constant): string | null {
  if (kind === 'u' || value.kind === 'unicode') return null;
  return value.kind === 'Ellipsis' ? '...' : reprConstant(value).replace(/^inf/, '1e309');
}

/** A template of which every part is known. */
function joined(texts: TemplateStringsArray, ...parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : String.raw({ raw: texts }, ...parts);
}

/** The annotation on one line. */
export const annotationText = (node: ast.Expr, cx: FunctionContext): string =>
  written(node) ?? cx.unit.source.text.slice(node.start, node.end).replace(/\s*\n\s*/g, ' ');

/** Which lines a statement of a watched text comes to, and when. */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import { isFolded } from './expressions/folded.js';
import { fromName } from './expressions/Attribute.js';
import { atLine, comesTo, isSpread, isTraced, lineOf, thenAt } from './traced.js';

/** Emits what is between two places of the text: on one line it comes there once, else each part says where it is. */
export function told<T>({ start, end }: ast.Span, cx: FunctionContext, emit: () => T): T {
  if (!isTraced(cx)) return emit();
  const outer = cx.tellsLines;
  cx.furthestLine = 0;
  cx.tellsLines = isSpread(start, end, cx);
  if (!cx.tellsLines) comesTo({ start, end }, cx);
  const result = emit();
  cx.tellsLines = outer;
  return result;
}

/** A statement of a text that is watched. */
export function toldStatement(node: ast.Stmt, cx: FunctionContext, emit: () => void): void {
  if (!isTraced(cx)) return emit();
  if (MARKS.has(node.type)) comesTo(node, cx);
  const span = headOf(node, cx);
  if (span === null) return emit();
  told(span, cx, emit);
}

/** Statements that come to their own line before anything else, and to no other unless something in them says so. */
const MARKS: ReadonlySet<string> = new Set(['Try', 'TryStar', 'Import', 'ImportFrom', 'While']);

/** What is evaluated before anything that stands in the statement; null where there is nothing of the kind. */
function headOf(node: ast.Stmt, cx: FunctionContext): ast.Span | null {
  switch (node.type) {
    case 'Global':
    case 'Nonlocal':
      return isJumpThere(cx) ? node : null;
    case 'Pass':
      return cx.unit.dialect === 3 || isJumpThere(cx) ? node : null;
    case 'Expr':
      return cx.unit.dialect === 3 || node.value.type !== 'Constant' || isJumpThere(cx) ? node : null;
    case 'AnnAssign':
      return node.value === null && cx.frame.kind === 'function' && node.simple ? null : node;
    case 'Try':
    case 'TryStar':
    case 'Import':
    case 'ImportFrom':
      return null;
    case 'If':
      return cx.unit.dialect === 2 ? node.test : { start: node.start, end: node.test.end };
    case 'While':
      return null;
    case 'For':
    case 'AsyncFor':
      return cx.unit.dialect === 2 ? { start: node.start, end: node.iter.end } : node.iter;
    case 'With':
    case 'AsyncWith':
      return { start: node.start, end: endOf(node.items.map((item) => item.optional_vars ?? item.context_expr)) };
    case 'Match':
      return node.subject;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return { start: firstOf(node), end: endOfSignature(node) };
    case 'ClassDef':
      return { start: firstOf(node), end: endOf([...node.bases, ...node.keywords], node.start) };
    default:
      return node;
  }
}

/** What does nothing has no instruction; in Python 2 the jump behind it, at the end of its block, counts as its own. */
const isJumpThere = (cx: FunctionContext): boolean => cx.unit.dialect === 2 && cx.isLast;

const firstOf = (node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef): number =>
  node.decorator_list[0]?.start ?? node.start;

const endOf = (nodes: readonly ast.Span[], least = 0): number => Math.max(least, ...nodes.map(({ end }) => end));

/** What a definition evaluates: defaults and annotations. */
function endOfSignature({ args, returns, start }: ast.FunctionDef | ast.AsyncFunctionDef): number {
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
  const annotations = all.flatMap((arg) => arg?.annotation ?? []);
  const defaults = [...args.defaults, ...args.kw_defaults].filter((e) => e !== null);
  return endOf([...annotations, ...defaults, ...(returns === null ? [] : [returns])], start);
}

/** The value of an expression in a statement that is on several lines. */
export function toldExpression(node: ast.Expr, cx: FunctionContext, lower: () => b.Expression): b.Expression {
  if (hidesParts(node, cx)) return toldConstant(node, cx, lower);
  const first = isFirst(node, cx) ? comesFurther(node, cx) : [];
  const value = lower();
  switch (node.type) {
    case 'Name':
    case 'Constant':
      return b.sequence(...first, value);
    case 'Attribute':
      return thenAt(value, fromName(node, node, cx), cx);
    case 'BoolOp':
    case 'IfExp':
    case 'Call':
    case 'Starred':
    case 'NamedExpr':
      return value;
    default:
      return first.length > 0 ? b.sequence(...first, value) : thenAt(value, node, cx);
  }
}

/** Whether the first instruction of an expression is its own, and not one of a part of it. */
function isFirst({ type }: ast.Expr, cx: FunctionContext): boolean {
  if (type === 'Name' || type === 'Constant') return true;
  return cx.unit.dialect === 2 && (type === 'Dict' || type === 'Lambda' || type === 'GeneratorExp');
}

/** Nothing but the whole is evaluated; in Python 2 that is the last part, and a list is put together of all. */
function toldConstant(node: ast.Expr, cx: FunctionContext, lower: () => b.Expression): b.Expression {
  cx.tellsLines = false;
  const value = lower();
  cx.tellsLines = true;
  const place = cx.unit.dialect === 2 ? lastPart(node) : node;
  return b.sequence(...comesFurther(place, cx), value);
}

const lastPart = (node: ast.Expr): ast.Expr =>
  node.type === 'Tuple' && node.elts.length > 0 ? lastPart(node.elts.at(-1)!) : node;

/** An instruction of the statement comes to the line of `node`; in Python 2 only the first one there tells of it. */
function comesFurther(node: ast.Span, cx: FunctionContext): b.Expression[] {
  if (cx.unit.dialect === 2) {
    const line = lineOf(node, cx);
    if (line <= cx.furthestLine) return [];
    cx.furthestLine = line;
  }
  return [atLine(node, cx.position(node), cx)];
}

/** The name that a value goes to: in Python 2 it may be the first on its line. */
export function toldTarget(value: b.Expression, target: ast.Name, cx: FunctionContext): b.Expression {
  if (!cx.tellsLines || cx.unit.dialect === 3) return thenAt(value, target, cx);
  cx.latestStart = Math.max(cx.latestStart, target.start);
  const [place] = comesFurther(target, cx);
  return place === undefined ? value : b.call(cx.helper('first'), [value, place]);
}

/** In a folded expression nothing but the whole is evaluated. */
const hidesParts = (node: ast.Expr, cx: FunctionContext): boolean =>
  node.type !== 'Constant' && (isFolded(node) || (cx.unit.dialect === 3 && isFoldedDisplay(node)));

const isFoldedDisplay = (node: ast.Expr): boolean =>
  (node.type === 'List' || node.type === 'Set') && node.elts.length > 2 && node.elts.every(isFolded);

/**
 * Where the carets under a failed expression change their form: `a[i]` shows `~^^^`, `a + b` shows `~~^~~`.
 * Spec: https://peps.python.org/pep-0657/
 */
import type { Expr, Stmt } from './ast.js';
import { parseModule } from './parse.js';

/** [start, end) of what the carets `^` mark, as offsets into the segment; the rest gets `~`. */
export type Anchors = readonly [start: number, end: number];

/** The operator of a binary operation, the brackets of a subscript or call; null for everything else. */
export function expressionAnchors(segment: string): Anchors | null {
  // In brackets of its own, so that an expression over several lines parses.
  const body = statements(`(\n${segment}\n)`);
  if (body?.length !== 1 || body[0]!.type !== 'Expr') return null;
  const expr = body[0]!.value;
  switch (expr.type) {
    case 'BinOp':
      return operatorOf(segment, endOf(expr.left), expr.right.start - SHIFT);
    case 'Subscript':
      return from(segment, endOf(expr.value), '[', endOf(expr));
    case 'Call':
      return from(segment, endOf(expr.func), '(', endOf(expr));
    default:
      return null;
  }
}

/** What stands before the segment in the text that is parsed. */
const SHIFT = 2;
const endOf = (node: Expr): number => node.end - SHIFT;

function statements(text: string): readonly Stmt[] | null {
  const result = parseModule(text, { filename: '', dialect: 3, validate: false });
  return result.ok && result.module.type === 'Module' ? result.module.body : null;
}

/** First place from `at` on, outside comments and line continuations, where `stop` holds. */
function skipUntil(segment: string, at: number, stop: (char: string) => boolean): number | null {
  for (let i = at; i < segment.length; ) {
    const char = segment[i]!;
    if (char === '\\' || char === '#') {
      const newline = segment.indexOf('\n', i);
      if (newline < 0) return null;
      i = newline + 1;
    } else if (stop(char)) return i;
    else i++;
  }
  return null;
}

function operatorOf(segment: string, leftEnd: number, rightStart: number): Anchors | null {
  const start = skipUntil(segment, leftEnd, (char) => !/[\s)]/.test(char));
  if (start === null) return null;
  const second = segment[start + 1];
  const isLong = second !== undefined && start + 1 < rightStart && !/[\s\\#]/.test(second);
  return [start, start + (isLong ? 2 : 1)];
}

function from(segment: string, at: number, bracket: string, end: number): Anchors | null {
  const start = skipUntil(segment, at, (char) => char === bracket);
  return start === null ? null : [start, end];
}

/**
 * Whether [start, end) of the text is the whole call of `return f(…)` or `name = f(…)`: then the line says it all and
 * carets would only repeat it. null: the text is no statement.
 */
export function isWholeCall(text: string, start: number, end: number): boolean | null {
  const body = statements(text);
  if (body === null) return null;
  const [statement] = body;
  if (statement === undefined) return true;
  let call: Expr | null = null;
  if (statement.type === 'Return' && statement.value?.type === 'Call') {
    if (statement.value.func.type === 'Name') call = statement.value;
  } else if (statement.type === 'Assign' && statement.value.type === 'Call') {
    if (statement.targets.length === 1 && statement.targets[0]!.type === 'Name') call = statement.value;
  }
  return call !== null && call.start === start && call.end === end;
}

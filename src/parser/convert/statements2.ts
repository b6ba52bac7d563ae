/** The statements that only Python 2 has: `print`, `exec`, and its form of `raise`. */
import type { Expr, Stmt } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { bitwiseOr, expression } from './expressions.js';
import { type ConvertContext, endOfPiece, Reader } from './reader.js';
import type { Branch } from './tree.js';

/** The list that stands for the statement: its keyword is the opening bracket, the closing one is nobody's. */
function listOf(cx: ConvertContext, branch: Branch): { reader: Reader; start: number; end: number } {
  const outer = Reader.of(cx, branch);
  const start = outer.startOf();
  const list = outer.branch('ArrayExpression');
  outer.end();
  return { reader: Reader.inside(cx, list), start, end: endOfPiece(cx, list.to - 1) };
}

/** `print a, b,` or `print >>file, a`. */
export function convertPrint(cx: ConvertContext, branch: Branch): Stmt {
  const { reader, start, end } = listOf(cx, branch);
  const hasDestination = cx.tokens[Reader.of(cx, branch).tokenIndex + 1]!.text === '>>';
  const values: Expr[] = [];
  let nl = true;
  let dest: Expr | null = null;
  if (hasDestination) {
    dest = expression(reader);
    if (reader.done) return { type: 'Print', dest, values, nl, start, end };
    reader.expect(',');
    if (reader.done) throw new NotPython();
  }
  while (!reader.done) {
    values.push(expression(reader));
    if (reader.done) break;
    reader.expect(',');
    nl = !reader.done;
  }
  return { type: 'Print', dest, values, nl, start, end };
}

/** `exec body in globals, locals`, or the same as a tuple. */
export function convertExec(cx: ConvertContext, branch: Branch): Stmt {
  const { reader, start, end } = listOf(cx, branch);
  const body = bitwiseOr(reader);
  if (reader.done) return execOfTuple(body, start, end);
  if (!reader.accept('in')) throw new NotPython();
  const globals = expression(reader);
  const locals = reader.accept(',') ? expression(reader) : null;
  reader.end();
  return { type: 'Exec', body, globals, locals, start, end };
}

function execOfTuple(body: Expr, start: number, end: number): Stmt {
  if (body.type === 'Tuple' && (body.elts.length === 2 || body.elts.length === 3)) {
    const [code, globals, locals = null] = body.elts;
    return { type: 'Exec', body: code!, globals: globals!, locals, start, end };
  }
  return { type: 'Exec', body, globals: null, locals: null, start, end };
}

/** `raise type, inst, tback` */
export function convertRaise2(reader: Reader, start: number): Stmt {
  const type = reader.done ? null : expression(reader);
  const inst = type && reader.accept(',') ? expression(reader) : null;
  const tback = inst && reader.accept(',') ? expression(reader) : null;
  return { type: 'Raise', exc: null, cause: null, py2: { type, inst, tback }, start, end: reader.endOfLast() };
}

/** Statements that only Python 2 has. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { EXEC_LOCALS } from '../names.js';
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
  if (given.length === 1 && cx.frame.kind === 'function') {
    execWithLocals(values[0]!, node, cx);
    return;
  }
  if (given.length === 1 && cx.frame.kind === 'class') values.push(b.nil(), b.id('$ns'));
  while (values.length < 3) values.push(b.nil());
  cx.emit(b.statement(cx.op('exec2', [b.id('$u'), ...values], node)));
};

/** Without namespaces the text sees and sets the function's variables; those that it adds stay in a dict beside them. */
function execWithLocals(code: b.Expression, node: ast.Exec, cx: FunctionContext): void {
  const space = b.id(EXEC_LOCALS);
  cx.locals.add(EXEC_LOCALS);
  const variables = [...cx.frame.variables.values()].map(({ name, jsName, captured }) => ({
    name: b.literal(name),
    place: captured ? b.member(b.id(jsName), 'v') : b.id(jsName),
  }));
  const entries = b.array(variables.flatMap(({ name, place }) => [name, place]));
  cx.emit(b.statement(b.assign(space, cx.op('execInFunction', [b.id('$u'), code, entries, space], node))));
  const t = b.id(cx.scratch());
  for (const { name, place } of variables) {
    // As in CPython, one that the text deletes keeps its value.
    const value = b.assign(t, b.call(b.member(space, 'get'), [name]));
    const kept = b.conditional(b.binary('!==', value, b.undef()), t, place);
    cx.emit(b.statement(b.assign(place, kept)));
  }
}

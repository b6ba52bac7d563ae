/** Calls of functions that look at the caller's local variables by name. */
import type * as ast from '../../../parser/ast.js';
import type { Scope, Variable } from '../../1-scope/scope.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';

const LOOKS_AT_LOCALS = {
  2: new Set(['locals', 'vars', 'dir', 'eval', 'execfile', 'input']),
  3: new Set(['locals', 'vars', 'dir', 'eval', 'exec']),
};

/** With an argument they look at that and not at the caller. */
const OF_AN_OBJECT = new Set(['vars', 'dir']);

/** Does this call need the caller's variables? A module's are its globals, but for those of a comprehension. */
export function needsLocals(node: ast.Call, cx: FunctionContext): boolean {
  return (
    (cx.frame.kind !== 'module' || cx.scope !== cx.frame) &&
    node.func.type === 'Name' &&
    LOOKS_AT_LOCALS[cx.unit.dialect].has(node.func.id) &&
    !(OF_AN_OBJECT.has(node.func.id) && node.args.length > 0 && node.args[0]!.type !== 'Starred')
  );
}

/** `$withLocals($i, [name, value, …], f, args, pairs)`; in a class body the namespace itself. */
export function withLocals(
  f: b.Expression,
  args: b.Expression,
  pairs: b.Expression,
  node: ast.Call,
  cx: FunctionContext,
): b.Expression {
  if (cx.frame.kind === 'class' && cx.scope === cx.frame)
    return cx.op('withNamespace', [b.id(`$c${cx.index}`), b.id('$ns'), f, args, pairs], node);
  const entries: b.Expression[] = [];
  const add = (name: string, js: string, captured: boolean): void => {
    entries.push(b.literal(name), captured ? b.member(b.id(js), 'v') : b.id(js));
  };
  if (cx.frame.kind === 'function') addFrame(cx, add);
  for (let scope = cx.scope; scope !== cx.frame; scope = scope.parent!) {
    for (const variable of scope.variables.values()) add(variable.name, variable.jsName, variable.captured);
  }
  return cx.op('withLocals', [b.id(`$c${cx.index}`), b.array(entries), f, args, pairs], node);
}

/** The function's own variables and those of functions around it. */
function addFrame(cx: FunctionContext, add: (name: string, js: string, captured: boolean) => void): void {
  for (const variable of inOrder(cx.frame)) add(variable.name, variable.jsName, variable.captured);
  for (const variable of cx.frame.freeVariables.values())
    if (variable.name !== '__class__') add(variable.name, variable.jsName, true);
}

/** As in `co_varnames`: `*args` comes behind the keyword-only parameters. */
function inOrder({ node, variables }: Scope): Variable[] {
  const all = [...variables.values()];
  const args = 'args' in node ? (node.args as ast.Arguments) : null;
  if (args === null || args.vararg === null || args.kwonlyargs.length === 0) return all;
  const at = args.posonlyargs.length + args.args.length;
  all.splice(at + args.kwonlyargs.length, 0, ...all.splice(at, 1));
  return all;
}

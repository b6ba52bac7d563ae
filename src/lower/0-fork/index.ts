/**
 * Texts that call `os.fork`: the child has to go on in the middle of every function that is under way. JavaScript cannot copy its
 * stack, so each function that may be under way gets a second function for each of its fork points: what is left of it from there. The
 * points note the variables; the child calls the continuations, the outermost first, with what they hold.
 */
import type * as ast from '../../parser/ast.js';
import { analyse, type ScopeTable } from '../1-scope/analyse.js';
import { Continuation } from './continuation.js';
import { Hoister } from './hoist.js';
import { asStmt, copy, type ForkFunction, type FrameNames, RESUME, VALUES } from './nodes.js';
import { ForkCalls, walkOwn } from './points.js';

/**
 * The tree with fork points and continuations; the same tree where there is nothing to fork.
 * @param others names of functions of other texts that may fork; undefined for a text of the library.
 */
export function prepareForks(module: ast.Mod, dialect: 2 | 3, text: string, others?: readonly string[]): ast.Mod {
  if (module.type !== 'Module' || (!others?.length && !/\bfork(pty)?\b/.test(text))) return module;
  const calls = new ForkCalls(module, others, others !== undefined);
  return calls.any ? new Rewriter(dialect, calls, analyse(module, dialect)).module(module) : module;
}

class Rewriter {
  private readonly numbers = { next: 1 };
  constructor(
    private readonly dialect: 2 | 3,
    private readonly calls: ForkCalls,
    private readonly scopes: ScopeTable,
  ) {}

  module(module: ast.Module): ast.Module {
    const globals = [...this.scopes.root.uses].filter(([, use]) => use.assigned).map(([name]) => name);
    const hoister = new Hoister(this.dialect, this.calls, { locals: [], cells: [] }, this.numbers, (name) =>
      globals.push(name),
    );
    const body = hoister.block(this.nested(module.body));
    const at = { start: 0, end: 0 };
    const functions = hoister.points.map(({ id }): ForkFunction => {
      const declared: ast.Global = { type: 'Global', names: globals, ...at };
      return continuing('<module>', 'module', id, [RESUME, VALUES], [declared, ...new Continuation(id).rest(body)], at);
    });
    return { ...module, body: [...body, ...definitions(functions, at)] };
  }

  /** The statements with the functions in them rewritten, each followed by its continuations. */
  private nested(body: readonly ast.Stmt[]): ast.Stmt[] {
    return body.flatMap((node): ast.Stmt[] => {
      if (node.type === 'FunctionDef') return this.function(node);
      return [this.blocks(node)];
    });
  }

  private blocks<T extends { readonly type: string }>(node: T): T {
    const result: Record<string, unknown> = { ...node };
    for (const key of ['body', 'orelse', 'finalbody']) {
      if (Array.isArray(result[key])) result[key] = this.nested(result[key] as ast.Stmt[]);
    }
    for (const key of ['handlers', 'cases']) {
      if (Array.isArray(result[key])) result[key] = (result[key] as T[]).map((each) => this.blocks(each));
    }
    return result as unknown as T;
  }

  private function(node: ast.FunctionDef): ast.Stmt[] {
    const scope = this.scopes.of(node);
    const nested = this.nested(node.body);
    const rewritten = { ...node, body: nested };
    if (scope.isGenerator || scope.isCoroutine) return [rewritten];
    const names: FrameNames = { locals: [], cells: [] };
    for (const { name, captured } of scope.variables.values()) (captured ? names.cells : names.locals).push(name);
    const hoister = new Hoister(this.dialect, this.calls, names, this.numbers, (name) => names.locals.push(name));
    const body = hoister.block(nested);
    if (hoister.points.length === 0) return [rewritten];
    const functions = hoister.points.map(({ id }) => this.continuation(node, id, names, body));
    return [{ ...rewritten, body, fork: { role: 'original' } } as ast.FunctionDef, ...definitions(functions, node)];
  }

  private continuation(node: ast.FunctionDef, id: number, names: FrameNames, body: readonly ast.Stmt[]): ForkFunction {
    const at = { start: node.start, end: node.end };
    const head: ast.Stmt[] = declarations(body);
    if (names.cells.length > 0) head.push({ type: 'Nonlocal', names: names.cells, ...at });
    head.push(asStmt({ type: 'ForkRestore', names, ...at }));
    const rest = new Continuation(id).rest(body);
    const going = continuing(node.name, 'function', id, [RESUME, VALUES], [...head, ...rest], at);
    if (names.cells.length === 0) return going;
    return continuing('.cells', 'cells', id, names.cells, definitions([going], at), at);
  }
}

/** `global` and `nonlocal` of a function's own body, which hold for all of it. */
function declarations(body: readonly ast.Stmt[]): ast.Stmt[] {
  const found: ast.Stmt[] = [];
  walkOwn(body, (node) => {
    if (node.type === 'Global' || node.type === 'Nonlocal') found.push(copy(node) as unknown as ast.Stmt);
  });
  return found;
}

function definitions(functions: readonly ForkFunction[], { start, end }: ast.Span): ast.Stmt[] {
  return functions.length === 0 ? [] : [asStmt({ type: 'ForkDefinitions', functions, start, end })];
}

function continuing(
  name: string,
  role: ForkFunction['fork']['role'],
  point: number,
  parameters: readonly string[],
  body: readonly ast.Stmt[],
  at: ast.Span,
): ForkFunction {
  const args: ast.Arguments = {
    type: 'arguments',
    posonlyargs: [],
    args: parameters.map((arg) => ({ type: 'arg', arg, annotation: null, ...at })),
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
  return {
    type: 'FunctionDef',
    name,
    args,
    body,
    decorator_list: [],
    returns: null,
    type_params: [],
    fork: { role, point },
    ...at,
  };
}

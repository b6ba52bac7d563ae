/** Calls of `os.fork` at places where a second process could not go on. */
import type * as ast from '../../parser/ast.js';
import type { PySyntaxError } from '../../parser/errors.js';
import type { SourceText } from '../../parser/source.js';
import { childrenOf, ForkCalls, walkOwn } from './points.js';

type Node = ReturnType<typeof childrenOf>[number];

const APART: Readonly<Record<string, string>> = {
  Lambda: 'a lambda',
  ClassDef: 'a class body',
  SetComp: 'a comprehension',
  DictComp: 'a comprehension',
  GeneratorExp: 'a generator',
  AsyncFunctionDef: 'a coroutine',
};

/** What `pymp check` and the start of a program say of them. */
export function refusedForks(module: ast.Mod, source: SourceText): PySyntaxError[] {
  if (!/\bfork(pty)?\b/.test(source.text)) return [];
  const calls = new ForkCalls(module);
  const found: PySyntaxError[] = [];
  const visit = (node: Node, where: string | null): void => {
    if (node.type === 'Call' && where !== null && calls.isDirect(node as unknown as ast.Call)) {
      found.push(problem(node as unknown as ast.Call, where, source));
    }
    const inside = placeOf(node, where);
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(module as unknown as Node, null);
  return found;
}

function placeOf(node: Node, around: string | null): string | null {
  if (node.type !== 'FunctionDef') return APART[node.type] ?? around;
  let isGenerator = false;
  walkOwn((node as unknown as ast.FunctionDef).body, ({ type }) => {
    isGenerator ||= type === 'Yield' || type === 'YieldFrom';
  });
  return isGenerator ? 'a generator' : null;
}

function problem(node: ast.Call, where: string, source: SourceText): PySyntaxError {
  const start = source.position(node.start);
  const end = source.position(node.end);
  return {
    type: 'SyntaxError',
    message: `pymp cannot fork in ${where}: a second process could not go on from there; fork in a plain function or at module level`,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    text: source.line(start.line),
  };
}

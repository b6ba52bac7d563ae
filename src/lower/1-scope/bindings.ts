/** How a module's text binds its names. */
import type * as ast from '../../parser/ast.js';

type Node = { readonly type: string } & Record<string, unknown>;

export interface Bindings {
  /** Names that are bound exactly once, by a statement of the module or in one, and never deleted. */
  readonly once: ReadonlySet<string>;
  /** Classes that only stand in for one that the module imports after them, if it can. */
  readonly replaced: ReadonlySet<string>;
}

export function bindingsOf(body: readonly ast.Stmt[]): Bindings {
  const counts = new Map<string, number>();
  const add = (name: string, times = 1): void => void counts.set(name, (counts.get(name) ?? 0) + times);
  visit(body, true, add);
  const bound = (times: number) => [...counts].filter(([, count]) => count === times).map(([name]) => name);
  const tried = new Set(body.flatMap(triedImports));
  const classes = new Set(body.flatMap((node) => (node.type === 'ClassDef' ? [node.name] : [])));
  return {
    once: new Set(bound(1)),
    replaced: new Set(bound(2).filter((name) => tried.has(name) && classes.has(name))),
  };
}

/** Names of `try: from m import name` with nothing else in it. */
function triedImports(node: ast.Stmt): string[] {
  if (node.type !== 'Try') return [];
  return node.body.every((inner) => inner.type === 'ImportFrom')
    ? node.body.flatMap((inner) => (inner as ast.ImportFrom).names.map((alias) => alias.asname ?? alias.name))
    : [];
}

/** @param isModule among the module's own statements; in functions and classes only `global` is about its names. */
function visit(part: unknown, isModule: boolean, add: (name: string, times?: number) => void): void {
  if (part === null || typeof part !== 'object') return;
  if (Array.isArray(part)) {
    for (const item of part) visit(item, isModule, add);
    return;
  }
  const node = part as Node;
  if (node.type === 'Global') for (const name of node.names as string[]) add(name, 2);
  const isDefinition = node.type === 'ClassDef' || node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef';
  if (isModule) {
    if (isDefinition) add(node.name as string);
    // A deleted name means nothing later.
    else if (node.type === 'Name' && node.ctx !== 'Load') add(node.id as string, node.ctx === 'Del' ? 2 : 1);
    else if (node.type === 'alias') add(((node.asname ?? node.name) as string).split('.')[0]!);
    else if (node.type === 'ExceptHandler' && node.name !== null) add(node.name as string, 2);
    // What a loop binds changes.
    else if (node.type === 'For') visit([node.target, node.target], true, add);
  }
  const isInner = isDefinition || node.type === 'Lambda';
  for (const value of Object.values(node)) visit(value, isModule && !isInner, add);
}

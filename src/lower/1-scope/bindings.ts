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
  const packages = new Set<string>();
  const add = (name: string, times = 1): void => void counts.set(name, (counts.get(name) ?? 0) + times);
  visit(body, true, (name, times, isPackage) => {
    // `import a` and `import a.b` bind the same.
    if (isPackage !== true || !packages.has(name)) add(name, times);
    if (isPackage === true) packages.add(name);
  });
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

/** Takes note of a name that is bound. @param isPackage by a plain `import`, of it or of something in it */
type Add = (name: string, times?: number, isPackage?: boolean) => void;

/** @param isModule among the module's own statements; in functions and classes only `global` is about its names. */
function visit(part: unknown, isModule: boolean, add: Add): void {
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
    else if (node.type === 'Import') for (const alias of node.names as ast.Alias[]) addImport(alias, add);
    else if (node.type === 'ImportFrom') for (const { asname, name } of node.names as ast.Alias[]) add(asname ?? name);
    else if (node.type === 'ExceptHandler' && node.name !== null) add(node.name as string, 2);
    // What a loop binds changes.
    else if (node.type === 'For') visit([node.target, node.target], true, add);
  }
  const isInner = isDefinition || node.type === 'Lambda';
  for (const value of Object.values(node)) visit(value, isModule && !isInner, add);
}

function addImport({ asname, name }: ast.Alias, add: Add): void {
  if (asname !== null) add(asname);
  else add(name.split('.')[0]!, 1, true);
}

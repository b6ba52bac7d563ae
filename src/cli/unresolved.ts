/** Imports of a program that nothing provides: packages that are not beside it, and modules that pymp does not have. */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type * as ast from '../parser/ast.js';
import type { SourceText } from '../parser/source.js';
import { reasonMissing } from '../runtime/import/missing.js';
import { libraryNames } from '../runtime/import/stdlibNames.js';
import type { Problem } from './problems.js';
import { python2Names } from './python2Names.js';

type Node = { readonly type: string; readonly start: number; readonly end: number } & Record<string, unknown>;

/** What an `except` must name for a failing import before it to be all right. */
const CATCHES = new Set(['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException']);

/** @param file the program; modules are looked for beside it, on PYTHONPATH and in the library. */
export function unresolvedImports(module: ast.Mod, source: SourceText, file: string, dialect: 2 | 3): Problem[] {
  const known = dialect === 2 ? new Set([...python2Names(), ...libraryNames()]) : libraryNames();
  const folders = [dirname(file), ...(process.env.PYTHONPATH ?? '').split(delimiter).filter(Boolean)];
  const problems: Problem[] = [];
  const report = (name: string, node: Node): void => {
    const top = name.split('.')[0]!;
    if (folders.some((folder) => existsSync(join(folder, `${top}.py`)) || existsSync(join(folder, top)))) return;
    const reason = reasonMissing(top);
    if (known.has(top) && (reason === undefined || dialect === 2)) return;
    problems.push(problem(name, reason, node, source));
  };
  visit(module as unknown as Node, report);
  return problems;
}

function visit(node: Node, report: (name: string, node: Node) => void): void {
  if (node.type === 'Import') for (const { name } of node.names as ast.Alias[]) report(name, node);
  if (node.type === 'ImportFrom' && !node.level && typeof node.module === 'string') report(node.module, node);
  const guarded = (node.type === 'Try' || node.type === 'TryStar') && (node.handlers as Node[]).some(catchesImports);
  for (const [field, value] of Object.entries(node)) {
    if (guarded && field === 'body') continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, report);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function catchesImports(handler: Node): boolean {
  const caught = handler.class as Node | null;
  if (caught === null) return true;
  const classes = caught.type === 'Tuple' ? (caught.elts as Node[]) : [caught];
  return classes.some(({ id }) => CATCHES.has(id as string));
}

function problem(name: string, reason: string | undefined, node: Node, source: SourceText): Problem {
  const start = source.position(node.start);
  const end = source.position(node.end);
  const why =
    reason ??
    'it is neither beside the program nor in the library; packages with C extensions do not run here, others can be put on PYTHONPATH';
  return {
    type: 'ModuleNotFoundError',
    message: `No module named '${name}': ${why}`,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    text: source.line(start.line),
  };
}

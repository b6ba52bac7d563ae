/** `from __future__ import ...` at the beginning of a module. */
import type { Stmt } from '../ast.js';
import { refuse } from './refuse.js';

const FEATURES: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

export interface Futures {
  readonly names: ReadonlySet<string>;
  /** Offset after the last of them, 0 if there is none. */
  readonly end: number;
}

/** Reads the future imports, which only a docstring may precede. Throws {@link Refused} at an unknown feature. */
export function readFutures(body: readonly Stmt[]): Futures {
  const names = new Set<string>();
  let end = 0;
  for (const node of hasDocstring(body) ? body.slice(1) : body) {
    if (node.type !== 'ImportFrom' || node.module !== '__future__' || node.level !== 0) break;
    for (const { name } of node.names) {
      // Shown at the statement, without an end.
      if (name === 'braces') refuse('not a chance', node, true);
      if (!FEATURES.has(name)) refuse(`future feature ${name} is not defined`, node, true);
      names.add(name);
    }
    end = node.end;
  }
  return { names, end };
}

function hasDocstring([first]: readonly Stmt[]): boolean {
  if (first?.type !== 'Expr' || first.value.type !== 'Constant') return false;
  return first.value.value.kind === 'str' || first.value.value.kind === 'unicode';
}

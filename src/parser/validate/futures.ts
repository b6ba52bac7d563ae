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
  let docstring = false;
  for (const node of body) {
    if (node.type === 'ImportFrom' && node.module === '__future__' && node.level === 0) {
      for (const alias of node.names) {
        if (alias.name === 'braces') refuse('not a chance', alias);
        if (!FEATURES.has(alias.name)) refuse(`future feature ${alias.name} is not defined`, alias);
        names.add(alias.name);
      }
      end = node.end;
    } else if (!docstring && node.type === 'Expr' && node.value.type === 'Constant') {
      const { kind } = node.value.value;
      if (kind !== 'str' && kind !== 'unicode') break;
      docstring = true;
    } else break;
  }
  return { names, end };
}

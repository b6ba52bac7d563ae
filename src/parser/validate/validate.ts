/** What a tree must satisfy to be compiled: the errors that CPython finds after parsing. */
import type { Mod, Stmt } from '../ast.js';
import type { SourceText } from '../source.js';
import { checkFlow } from './flow.js';
import { readFutures } from './futures.js';
import type { NameNote } from './nameTable.js';
import { Refused } from './refuse.js';
import { checkNames } from './symbols.js';

/** The first error of the tree, or null. `notes` gets what is only worth a warning, until then. */
export function validate(module: Mod, source: SourceText, dialect: 2 | 3, notes: NameNote[] = []): Refused | null {
  const body: readonly Stmt[] =
    module.type === 'Expression'
      ? [{ type: 'Expr', value: module.body, start: module.body.start, end: module.body.end }]
      : module.body;
  try {
    const { end, names } = readFutures(body);
    const root = { body };
    const scopes = checkNames(root, names.has('annotations'), dialect, notes);
    checkFlow(root, scopes, { lastFuture: end, source, dialect });
    return null;
  } catch (problem) {
    if (problem instanceof Refused) return problem;
    throw problem;
  }
}

/** Python 2 cannot delete a local variable that a function inside uses. */
import type { Span } from '../ast.js';
import { refuse } from './refuse.js';
import { Flag, mangle, type Scope } from './scope.js';

/** A name after `del`, and the scope of the statement. */
export interface Deletion {
  readonly name: string;
  readonly scope: Scope;
  readonly at: Span;
}

/** Its compiler says no without a place. */
export function checkDeletions(deletions: readonly Deletion[]): void {
  for (const { name, scope, at } of deletions) {
    const isOwn = scope.kind !== 'module' && scope.kind !== 'class' && !(scope.flags(name) & Flag.Global);
    const mangled = mangle(name, scope.className);
    if (isOwn && scope.children.some((child) => isUsedFreely(child, mangled)))
      refuse(`can not delete variable '${name}' referenced in nested scope`, at, false, true);
  }
}

function isUsedFreely(scope: Scope, name: string): boolean {
  const flags = scope.names.get(name) ?? 0;
  if (flags & Flag.Global) return false;
  const isBound = (flags & (Flag.Local | Flag.Param)) !== 0;
  if (flags & Flag.Use && !isBound) return true;
  // What a class binds is not seen by the functions in it.
  if (isBound && scope.kind !== 'class') return false;
  return scope.children.some((child) => isUsedFreely(child, name));
}

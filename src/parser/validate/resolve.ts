/** What `nonlocal` refers to. */
import type { Span } from '../ast.js';
import { refuse } from './refuse.js';
import { Flag, type Scope } from './scope.js';

/** Names that a scope can see in the functions around it. */
interface Visible {
  readonly bound: ReadonlySet<string>;
  /** Those of them that are type parameters, which `nonlocal` cannot rebind. */
  readonly typeParams: ReadonlySet<string>;
}

/** Looks up what `nonlocal` names; `visible` is null at the top. */
export function resolveNames(scope: Scope, visible: Visible | null): void {
  const bound = new Set(visible?.bound);
  const typeParams = new Set(visible?.typeParams);
  for (const [name, flags] of scope.names) {
    const at = scope.directives.get(name) ?? { start: 0, end: 0 };
    if (flags & Flag.Global && flags & Flag.Nonlocal) refuse(`name '${name}' is nonlocal and global`, at);
    if (flags & Flag.Nonlocal) checkNonlocal(name, visible, at);
    else if (flags & Flag.Global) bound.delete(name);
    else if (flags & BINDING && scope.kind !== 'module' && scope.kind !== 'class') {
      bound.add(name);
      if (flags & Flag.TypeParam) typeParams.add(name);
      else typeParams.delete(name);
    }
  }
  if (scope.kind === 'class') bound.add('__class__');
  for (const child of scope.children) resolveNames(child, { bound, typeParams });
}

const BINDING = Flag.Local | Flag.Param | Flag.TypeParam;

function checkNonlocal(name: string, visible: Visible | null, at: Span): void {
  if (!visible) refuse('nonlocal declaration not allowed at module level', at);
  if (!visible.bound.has(name)) refuse(`no binding for nonlocal '${name}' found`, at);
  if (visible.typeParams.has(name)) refuse(`nonlocal binding not allowed for type parameter '${name}'`, at);
}

/** Python 2: where `import *` and a bare `exec` leave open what the names of nested functions mean. */
import { refuse } from './refuse.js';
import { Flag, isFunctionLike, type Scope } from './scope.js';

/** Checks the scopes from the inside out; returns whether `scope` or one in it has names that it does not bind. */
export function checkUnoptimized(scope: Scope, nested: boolean): boolean {
  const isFunction = isFunctionLike(scope.kind);
  const inner = scope.children.map((child) => checkUnoptimized(child, nested || isFunction)).includes(true);
  const free = nested && isFunction && [...scope.names.values()].some(isFree);
  if (scope.kind === 'function' && scope.unoptimized && (free || inner)) {
    const why = inner ? 'contains a nested function with free variables' : 'is a nested function';
    const { at, what } = scope.unoptimized;
    refuse(`${what} is not allowed in function '${scope.name}' because it ${why}`, at);
  }
  return free || inner;
}

function isFree(flags: number): boolean {
  return (flags & Flag.Use) !== 0 && (flags & (Flag.Local | Flag.Param | Flag.Global)) === 0;
}

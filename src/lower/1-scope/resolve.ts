/** What each name of a scope tree means: the variable of which scope, and who captures it. */
import { jsName } from './names.js';
import type { Scope, Variable } from './scope.js';

/** Declares each scope's own variables, then marks those that nested functions capture. */
export function resolve(root: Scope): void {
  declareVariables(root, { next: 0 });
  connect(root);
}

function declareVariables(scope: Scope, counter: { next: number }): void {
  for (const [name, use] of scope.uses) {
    if (!use.assigned || use.global || use.nonlocal) continue;
    const variable: Variable = {
      name,
      scope,
      captured: false,
      deleted: use.deleted,
      param: use.param,
      jsName: jsName(name),
    };
    if (scope.kind === 'comprehension') variable.jsName = `${jsName(name)}$${counter.next++}`;
    scope.variables.set(name, variable);
  }
  for (const child of scope.children) declareVariables(child, counter);
}

/** Finds the variable that `name` means when used in `scope`; null when it is a global. */
export function findVariable(scope: Scope, name: string): Variable | null {
  const own = scope.uses.get(name);
  if (own?.global) return null;
  const here = scope.variables.get(name);
  if (here !== undefined && scope.kind !== 'module') return here;
  for (let s = scope.parent; s !== null; s = s.parent) {
    // Nothing nested in a class body sees its names, comprehensions included.
    if (s.kind === 'module') return null;
    const use = s.uses.get(name);
    if (s.kind === 'class') {
      // A comprehension in the body itself is part of it.
      if (name === '__class__' && s !== scope.frame) return classCell(s);
      continue;
    }
    if (use?.global) return null;
    const variable = s.variables.get(name);
    if (variable !== undefined) return variable;
  }
  return null;
}

/** The implicit cell `__class__` of a class body. */
function classCell(scope: Scope): Variable {
  let variable = scope.variables.get('__class__ ');
  if (variable === undefined) {
    variable = { name: '__class__', scope, captured: true, deleted: false, param: false, jsName: '__class__' };
    scope.variables.set('__class__ ', variable);
  }
  return variable;
}

function connect(scope: Scope): void {
  for (const [name, use] of scope.uses) {
    if (!use.used && !use.assigned && !use.nonlocal) continue;
    capture(scope, name);
  }
  for (const child of scope.children) connect(child);
}

/** Marks the variable captured when it belongs to another frame, and passes its cell down through those between. */
function capture(scope: Scope, name: string): void {
  const variable = findVariable(scope, name);
  if (variable === null || variable.scope.frame === scope.frame) return;
  if (variable.scope.kind === 'class' && variable.name !== '__class__') return;
  variable.captured = true;
  if (scope.uses.get(name)?.deleted) variable.deleted = true;
  for (let frame = scope.frame; frame !== variable.scope.frame; frame = frame.parent!.frame) {
    const key = variable.jsName;
    if (!frame.free.includes(key)) {
      frame.free.push(key);
      frame.freeVariables.set(key, variable);
    }
  }
}

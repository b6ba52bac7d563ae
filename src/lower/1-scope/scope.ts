/**
 * Scopes: which variable each name means.
 *
 * The rules are those of CPython's symbol table. List, set and dict comprehensions are no scopes of their own in the
 * emitted code (PEP 709): their variables are locals of the function around them, under a new name.
 * Spec: https://docs.python.org/3/reference/executionmodel.html#naming-and-binding
 */
import type * as ast from '../../parser/ast.js';
import type { ForkFunction } from '../0-fork/nodes.js';

export type ScopeKind = 'module' | 'function' | 'class' | 'comprehension';

/** The node that a scope belongs to. */
export type ScopeNode =
  | ast.Mod
  | ast.FunctionDef
  | ast.AsyncFunctionDef
  | ast.Lambda
  | ast.ClassDef
  | ast.GeneratorExp
  | ast.ListComp
  | ast.SetComp
  | ast.DictComp
  | TypeScopeNode;

/** The implicit scope around a generic function, class or type alias (PEP 695), or a lazily evaluated annotation. */
export interface TypeScopeNode {
  readonly type: 'TypeScope';
  readonly owner: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;
}

/** What a scope's own statements do with a name. */
export interface Use {
  assigned: boolean;
  used: boolean;
  param: boolean;
  global: boolean;
  nonlocal: boolean;
  /** `del name` appears. */
  deleted: boolean;
}

/** How emitted code reaches a variable. */
export type Binding =
  /** A JavaScript local of the function. `name` is the JavaScript name. */
  | { readonly kind: 'local'; readonly name: string; readonly symbol: Variable }
  /** A `Cell` in a JavaScript local (own) or in a parameter of the factory (free). */
  | { readonly kind: 'cell'; readonly name: string; readonly symbol: Variable }
  /** A name of the module. */
  | { readonly kind: 'global'; readonly name: string }
  /** A name in a class body: its namespace first, then what `outer` says. */
  | { readonly kind: 'class'; readonly name: string; readonly outer: Binding };

/** One variable of one scope. */
export interface Variable {
  readonly name: string;
  readonly scope: Scope;
  /** A nested function uses it, so it lives in a Cell. */
  captured: boolean;
  /** Somewhere deleted, or bound by `except … as`: may become unbound again. */
  deleted: boolean;
  param: boolean;
  /** JavaScript name. */
  jsName: string;
}

/** A function that goes on for the module after a fork, or only holds the cells for one that does: nothing is named after it. */
function isContinuation(node: ScopeNode): boolean {
  const role = 'fork' in node ? (node as ForkFunction).fork.role : null;
  return role === 'module' || role === 'cells';
}

export class Scope {
  readonly uses = new Map<string, Use>();
  readonly variables = new Map<string, Variable>();
  readonly children: Scope[] = [];
  /** Free variables, in order of first need: names of cells that the factory takes. */
  readonly free: string[] = [];
  readonly freeVariables = new Map<string, Variable>();
  /** A generator: contains yield. */
  isGenerator = false;
  isCoroutine = false;
  /** Calls `locals()`, `vars()`, `dir()`, `eval` or `exec` (Python 2's statement too): needs its variables by name. */
  dynamic = false;
  /** Python 2's `exec` without namespaces: it may make variables that the text does not show. */
  hasExec = false;
  /** Python 2's `exec` of any form, or `from m import *`: names that are not its own are looked for as those of a module are. */
  looksByName = false;
  hasTry = false;
  /** What it has left to do when it is ended in the middle, as a generator, can be seen: in a `with` or a `finally`, say. */
  hasEnding = false;
  /** Has assignment expressions: a variable may change between two operands. */
  hasWalrus = false;
  hasCalls = false;
  /** Class body: what its functions assign as `self.name`. */
  readonly staticAttributes = new Set<string>();
  /** Module: names in `global` statements anywhere in it. */
  readonly explicitGlobals = new Set<string>();
  /** Module: sets the `__code__` of functions. */
  replacesCode = false;
  /** Has annotated names at its own level. */
  hasAnnotations = false;
  /** Class body or function with a nested use of `__class__` or `super`. */
  needsClassCell = false;
  constructor(
    readonly kind: ScopeKind,
    readonly node: ScopeNode,
    readonly parent: Scope | null,
    readonly name: string,
  ) {
    parent?.children.push(this);
  }

  use(name: string): Use {
    let use = this.uses.get(name);
    if (use === undefined) {
      use = { assigned: false, used: false, param: false, global: false, nonlocal: false, deleted: false };
      this.uses.set(name, use);
    }
    return use;
  }

  /** The module scope at the root. */
  get module(): Scope {
    return this.parent === null ? this : this.parent.module;
  }

  /** The function, class or module whose code this scope's statements are emitted into. */
  get frame(): Scope {
    return this.kind === 'comprehension' ? this.parent!.frame : this;
  }

  /** `__qualname__` of something named `name` that is defined here. */
  qualify(name: string): string {
    const scope = this.frame;
    if (scope.kind === 'module') return name;
    if (scope.node.type === 'TypeScope' || isContinuation(scope.node)) return scope.parent!.qualify(name);
    if (scope.uses.get(name)?.global) return name;
    const own = scope.parent!.qualify(scope.name);
    return scope.kind === 'class' ? `${own}.${name}` : `${own}.<locals>.${name}`;
  }
}

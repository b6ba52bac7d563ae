/** A block with names of its own, as the compiler's symbol table sees it. */
import type { Span } from '../ast.js';

/** What is known of a name in a scope; several may hold. */
export const Flag = {
  Global: 1,
  Local: 2,
  Param: 4,
  Nonlocal: 8,
  Use: 16,
  Annotated: 32,
  IterationVariable: 64,
  TypeParam: 128,
} as const;

export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'lambda'
  | 'comprehension'
  | 'annotation'
  | 'type alias'
  | 'type parameters'
  | 'type variable';

/** The kinds in which `return` and `yield` make sense. */
export function isFunctionLike(kind: ScopeKind): boolean {
  return kind !== 'module' && kind !== 'class';
}

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  readonly children: Scope[] = [];
  readonly names = new Map<string, number>();
  /** Where `global` and `nonlocal` first named each name. */
  readonly directives = new Map<string, Span>();
  /** The class whose private names are mangled here. */
  readonly className: string | null;
  /** What messages call it: the kind of comprehension, or of type variable part. */
  readonly description: string;
  isAsync = false;
  coroutine = false;
  generator = false;
  /** Python 2: the first statement that makes its names unknown, and what it is. */
  unoptimized: { readonly at: Span; readonly what: 'import *' | 'unqualified exec' } | null = null;
  /** The name of the function. */
  name = '';
  /** Holds a `return` with a value. */
  returnsValue = false;
  /** The statement that opens it. */
  span: Span = { start: 0, end: 0 };
  /** Inside the part after `in` of that many comprehensions. */
  iterationDepth = 0;
  /** Names are now targets of a comprehension. */
  inIterationTarget = false;

  constructor(kind: ScopeKind, parent: Scope | null, className: string | null, description = '') {
    this.kind = kind;
    this.parent = parent;
    this.className = className;
    this.description = description;
    this.iterationDepth = parent?.iterationDepth ?? 0;
    parent?.children.push(this);
  }

  flags(name: string): number {
    return this.names.get(mangle(name, this.className)) ?? 0;
  }
}

/** `__name` inside a class is `_Class__name`. */
export function mangle(name: string, className: string | null): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** The names of the scope that is being read, and of those around it. */
import type { Expr, Span, Stmt } from '../ast.js';
import { refuse } from './refuse.js';
import { Flag, mangle, Scope, type ScopeKind } from './scope.js';

/** Something odd about names that is no error. */
export interface NameNote {
  readonly message: string;
  readonly at: Span;
}

export abstract class NameTable {
  /** By the node that opens each. */
  readonly scopes = new Map<object, Scope>();
  protected scope!: Scope;
  protected readonly dialect: 2 | 3;

  constructor(
    dialect: 2 | 3,
    private readonly notes: NameNote[],
  ) {
    this.dialect = dialect;
  }

  protected enter(node: object, kind: ScopeKind, description = '', className = this.scope.className): Scope {
    this.scope = new Scope(kind, this.scope, className, description);
    this.scopes.set(node, this.scope);
    return this.scope;
  }

  protected leave(): void {
    this.scope = this.scope.parent!;
  }

  protected define(name: string, flag: number, at: Span, scope = this.scope): void {
    const mangled = mangle(name, this.scope.className);
    let flags = scope.names.get(mangled) ?? 0;
    if (flag & Flag.Param && flags & Flag.Param) refuse(`duplicate argument '${name}' in function definition`, at);
    if (flag & Flag.TypeParam && flags & Flag.TypeParam) refuse(`duplicate type parameter '${name}'`, at);
    flags |= flag;
    if (scope.inIterationTarget) {
      if (flags & (Flag.Global | Flag.Nonlocal)) {
        refuse(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      }
      flags |= Flag.IterationVariable;
    }
    scope.names.set(mangled, flags);
  }

  protected directive(name: string, node: Extract<Stmt, { type: 'Global' | 'Nonlocal' }>): void {
    const word = node.type === 'Global' ? 'global' : 'nonlocal';
    const flags = this.scope.flags(name);
    if (this.dialect === 2) {
      if (flags & Flag.Param) refuse(`name '${name}' is local and global`, this.scope.span);
      // The rest is a warning there.
      if (flags & Flag.Local)
        this.notes.push({ message: `name '${name}' is assigned to before global declaration`, at: node });
      else if (flags & Flag.Use)
        this.notes.push({ message: `name '${name}' is used prior to global declaration`, at: node });
      this.define(name, Flag.Global, node);
      return;
    }
    if (flags & Flag.Param) refuse(`name '${name}' is parameter and ${word}`, node);
    if (flags & Flag.Use) refuse(`name '${name}' is used prior to ${word} declaration`, node);
    if (flags & Flag.Annotated) refuse(`annotated name '${name}' can't be ${word}`, node);
    if (flags & Flag.Local) refuse(`name '${name}' is assigned to before ${word} declaration`, node);
    this.define(name, node.type === 'Global' ? Flag.Global : Flag.Nonlocal, node);
    this.recordDirective(name, node);
  }

  protected recordDirective(name: string, at: Span): void {
    const mangled = mangle(name, this.scope.className);
    if (!this.scope.directives.has(mangled)) this.scope.directives.set(mangled, at);
  }

  protected refuseInAnnotation(what: string, node: Expr): void {
    const { kind, description } = this.scope;
    if (kind === 'annotation') refuse(`${what} cannot be used within an annotation`, node);
    if (kind === 'type variable') refuse(`${what} cannot be used within ${description}`, node);
    if (kind === 'type alias') refuse(`${what} cannot be used within a type alias`, node);
    if (kind === 'type parameters') refuse(`${what} cannot be used within the definition of a generic`, node);
  }

  /** Inside a comprehension the name belongs to the scope around it. */
  protected bindOutside(name: string, at: Span): void {
    for (let scope: Scope | null = this.scope; scope; scope = scope.parent) {
      const flags = scope.flags(name);
      switch (scope.kind) {
        case 'annotation':
          continue;
        case 'comprehension':
          if (flags & Flag.IterationVariable && flags & (Flag.Local | Flag.Global)) {
            refuse(`assignment expression cannot rebind comprehension iteration variable '${name}'`, at);
          }
          continue;
        case 'function':
        case 'lambda':
          this.define(name, flags & Flag.Global ? Flag.Global : Flag.Nonlocal, at);
          this.recordDirective(name, at);
          this.define(name, Flag.Local, at, scope);
          return;
        case 'module':
          this.define(name, Flag.Global, at);
          this.recordDirective(name, at);
          this.define(name, Flag.Global, at, scope);
          return;
        default:
          refuse(`assignment expression within a comprehension cannot be used ${whereNot(scope)}`, at);
      }
    }
  }

  /** Python 2: a generator returns nothing. */
  protected checkGenerator2(at: Span): void {
    const { generator, returnsValue } = this.scope;
    if (this.dialect === 2 && generator && returnsValue) refuse("'return' with argument inside generator", at);
  }
}

function whereNot({ kind }: Scope): string {
  if (kind === 'class') return 'in a class body';
  if (kind === 'type alias') return 'in a type alias';
  if (kind === 'type variable') return 'in a TypeVar bound';
  return 'within the definition of a generic';
}

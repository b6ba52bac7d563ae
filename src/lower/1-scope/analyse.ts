/** Builds the scope tree of a module and resolves every variable. */
import type * as ast from '../../parser/ast.js';
import { seesGeneratorExit } from './generatorExit.js';
import { mangle } from './names.js';
import { resolve } from './resolve.js';
import { Scope, type ScopeKind, type ScopeNode, type TypeScopeNode } from './scope.js';

/** The scope that each scope-making node owns. */
export interface ScopeTable {
  readonly root: Scope;
  of(node: ScopeNode): Scope;
  /** The implicit scope around a generic definition, or undefined. */
  typeScope(owner: TypeScopeNode['owner']): Scope | undefined;
}

/** `outerCells`: names of cells that surround the text (a function compiled again on its own has them). */
export function analyse(module: ast.Mod, dialect: 2 | 3): ScopeTable {
  const table = new Map<ScopeNode, Scope>();
  const typeScopes = new Map<TypeScopeNode['owner'], Scope>();
  const root = new Scope('module', module, null, '<module>');
  table.set(module, root);
  const visitor = new Visitor(table, typeScopes, dialect);
  const body = module.type === 'Expression' ? [module.body] : module.body;
  for (const node of body) visitor.visit(node, root, null);
  resolve(root);
  return {
    root,
    of: (node) => table.get(node)!,
    typeScope: (owner) => typeScopes.get(owner),
  };
}

type AnyNode = { readonly type: string } & Record<string, any>;

class Visitor {
  /** Targets of `x += …` and `x: int`. */
  private readonly notStored = new WeakSet<AnyNode>();
  /** Targets of `(x): int`, which is no assignment. */
  private readonly notBound = new WeakSet<AnyNode>();
  constructor(
    private readonly table: Map<ScopeNode, Scope>,
    private readonly typeScopes: Map<TypeScopeNode['owner'], Scope>,
    private readonly dialect: 2 | 3,
  ) {}

  visit(node: AnyNode, scope: Scope, className: string | null): void {
    switch (node.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.functionDef(node as ast.FunctionDef, scope, className);
      case 'ForkRestore':
        for (const name of node.names.locals) scope.use(name).assigned = true;
        return;
      case 'ForkDefinitions':
        for (const each of node.functions) this.functionScope(each, scope, className);
        return;
      case 'ForkPoint':
        scope.frame.hasCalls = true;
        return;
      case 'Lambda':
        return this.lambda(node as unknown as ast.Lambda, scope, className);
      case 'ClassDef':
        return this.classDef(node as unknown as ast.ClassDef, scope, className);
      case 'ListComp':
        if (this.dialect === 2) return this.leakyComprehension(node as unknown as ast.ListComp, scope, className);
        return this.comprehension(node as unknown as ast.ListComp, scope, className);
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return this.comprehension(node as unknown as ast.GeneratorExp, scope, className);
      case 'TypeAlias':
        return this.typeAlias(node as unknown as ast.TypeAlias, scope, className);
      case 'NamedExpr':
        this.walrus(mangle(node.target.id, className), scope);
        return this.visit(node.value, scope, className);
      default:
        this.simple(node, scope, className);
        this.children(node, scope, className);
    }
  }

  /** What a node that makes no scope does with names. */
  private simple(node: AnyNode, scope: Scope, className: string | null): void {
    const name = (n: string) => mangle(n, className);
    switch (node.type) {
      case 'Name': {
        const use = scope.use(name(node.id));
        if (node.ctx === 'Load') use.used = true;
        else if (!this.notBound.has(node)) use.assigned = true;
        if (node.ctx === 'Del') use.deleted = true;
        if (node.ctx === 'Load') this.special(node.id, scope);
        break;
      }
      case 'AugAssign':
        this.notStored.add(node.target);
        break;
      case 'AnnAssign':
        if (node.value === null) this.notStored.add(node.target);
        if (node.value === null && !node.simple) this.notBound.add(node.target);
        scope.frame.hasAnnotations = true;
        break;
      case 'Attribute':
        if (node.ctx === 'Store' && node.value.type === 'Name' && node.value.id === 'self')
          this.storesOnSelf(node, scope);
        if (node.ctx === 'Store' && (node.attr === '__code__' || node.attr === 'func_code'))
          scope.module.replacesCode = true;
        break;
      case 'Global':
        for (const n of node.names) {
          scope.use(name(n)).global = true;
          scope.module.explicitGlobals.add(name(n));
          scope.module.use(name(n)).assigned = true;
        }
        break;
      case 'Nonlocal':
        for (const n of node.names) scope.use(name(n)).nonlocal = true;
        break;
      case 'Import':
        for (const alias of node.names) scope.use(name(alias.asname ?? alias.name.split('.')[0])).assigned = true;
        break;
      case 'ImportFrom':
        for (const alias of node.names) {
          if (alias.name === '*') scope.dynamic = scope.looksByName = true;
          else scope.use(name(alias.asname ?? alias.name)).assigned = true;
        }
        break;
      case 'ExceptHandler':
        if (node.name !== null) {
          const use = scope.use(name(node.name));
          use.assigned = true;
          if (this.dialect === 3) use.deleted = true;
        }
        break;
      case 'MatchAs':
      case 'MatchStar':
        if (node.name !== null) scope.use(name(node.name)).assigned = true;
        break;
      case 'MatchMapping':
        if (node.rest !== null) scope.use(name(node.rest)).assigned = true;
        break;
      case 'Yield':
      case 'YieldFrom':
        scope.frame.isGenerator = true;
        break;
      case 'Await':
      case 'AsyncFor':
      case 'AsyncWith':
        scope.frame.isCoroutine = true;
        break;
      case 'Try':
      case 'TryStar':
      case 'With':
        scope.frame.hasTry = true;
        if (node.type !== 'Try' || seesGeneratorExit(node as ast.Try)) scope.frame.hasEnding = true;
        break;
      case 'Call':
        scope.frame.hasCalls = true;
        break;
      case 'Exec':
        scope.frame.dynamic = true;
        scope.frame.looksByName = true;
        if (node.globals === null) scope.frame.hasExec = true;
        break;
      default:
    }
  }

  /** `self.name = …` somewhere in a class: the class says so in `__static_attributes__`. */
  private storesOnSelf(node: AnyNode, scope: Scope): void {
    if (this.notStored.has(node)) return;
    let owner: Scope | null = scope;
    while (owner !== null && owner.kind !== 'class') owner = owner.parent;
    owner?.staticAttributes.add(node.attr);
  }

  /** Names whose use has consequences for the whole function. */
  private special(id: string, scope: Scope): void {
    if (/^(locals|vars|dir|eval|exec|execfile|input|_getframe)$/.test(id)) scope.frame.dynamic = true;
    if (id === 'super' || id === '__class__') {
      const frame = scope.frame;
      if (frame.kind === 'function') {
        frame.needsClassCell = true;
        if (id === 'super' && this.dialect === 3) scope.use('__class__').used = true;
      }
    }
  }

  /** An assignment expression in a comprehension binds in the function around it (PEP 572). */
  private walrus(name: string, scope: Scope): void {
    scope.frame.hasWalrus = true;
    let target = scope;
    while (target.kind === 'comprehension' || target.node.type === 'GeneratorExp') {
      if (target.node.type === 'GeneratorExp') target.use(name).nonlocal = true;
      target = target.parent!;
    }
    target.use(name).assigned = true;
    if (target !== scope && target.uses.get(name)?.global) scope.use(name).global = true;
    if (target !== scope && target.kind === 'module') {
      for (let s: Scope = scope; s !== target; s = s.parent!) {
        s.use(name).nonlocal = false;
        s.use(name).global = true;
      }
    }
  }

  private children(node: AnyNode, scope: Scope, className: string | null): void {
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (value === null || typeof value !== 'object') continue;
      if (Array.isArray(value)) {
        for (const item of value)
          if (item !== null && typeof item === 'object' && 'type' in item) this.visit(item, scope, className);
      } else if ('type' in value) this.visit(value, scope, className);
    }
  }

  private newScope(kind: ScopeKind, node: ScopeNode, parent: Scope, name: string): Scope {
    const scope = new Scope(kind, node, parent, name);
    this.table.set(node, scope);
    return scope;
  }

  private functionDef(node: ast.FunctionDef, scope: Scope, className: string | null): void {
    scope.use(mangle(node.name, className)).assigned = true;
    for (const decorator of node.decorator_list) this.visit(decorator, scope, className);
    const outer = this.enterTypeParams(node, scope, className);
    this.argumentExpressions(node.args, scope, outer, className);
    if (node.returns !== null) this.visit(node.returns, outer, className);
    this.functionScope(node, outer, className);
  }

  private functionScope(node: ast.FunctionDef, outer: Scope, className: string | null): void {
    const inner = this.newScope('function', node, outer, node.name);
    if ((node as { type: string }).type === 'AsyncFunctionDef') inner.isCoroutine = true;
    this.parameters(node.args, inner, className);
    for (const statement of node.body) this.visit(statement, inner, className);
  }

  /** Defaults are evaluated outside of the type parameters' scope, annotations inside. */
  private argumentExpressions(
    args: ast.Arguments,
    scope: Scope,
    annotationScope: Scope,
    className: string | null,
  ): void {
    for (const d of args.defaults) this.visit(d, scope, className);
    for (const d of args.kw_defaults) if (d !== null) this.visit(d, scope, className);
    for (const arg of allArgs(args))
      if (arg.annotation !== null) this.visit(arg.annotation, annotationScope, className);
  }

  private parameters(args: ast.Arguments, scope: Scope, className: string | null): void {
    for (const arg of allArgs(args)) {
      const use = scope.use(mangle(arg.arg, className));
      use.param = true;
      use.assigned = true;
      if (arg.pattern !== undefined) this.visit(arg.pattern, scope, className);
    }
  }

  private enterTypeParams(owner: TypeScopeNode['owner'], scope: Scope, className: string | null): Scope {
    if (owner.type_params.length === 0) return scope;
    const node: TypeScopeNode = { type: 'TypeScope', owner };
    const name = owner.type === 'TypeAlias' ? owner.name.id : owner.name;
    const inner = this.newScope('function', node, scope, `<generic parameters of ${name}>`);
    this.typeScopes.set(owner, inner);
    for (const param of owner.type_params) {
      inner.use(mangle(param.name, className)).assigned = true;
      const { bound, default_value } = param as { bound?: ast.Expr | null; default_value: ast.Expr | null };
      if (bound !== undefined && bound !== null) this.visit(bound, inner, className);
      if (default_value !== null) this.visit(default_value, inner, className);
    }
    return inner;
  }

  private lambda(node: ast.Lambda, scope: Scope, className: string | null): void {
    this.argumentExpressions(node.args, scope, scope, className);
    const inner = this.newScope('function', node, scope, '<lambda>');
    this.parameters(node.args, inner, className);
    this.visit(node.body, inner, className);
  }

  private classDef(node: ast.ClassDef, scope: Scope, className: string | null): void {
    scope.use(mangle(node.name, className)).assigned = true;
    for (const decorator of node.decorator_list) this.visit(decorator, scope, className);
    const outer = this.enterTypeParams(node, scope, className);
    for (const base of node.bases) this.visit(base, outer, className);
    for (const keyword of node.keywords) this.visit(keyword.value, outer, className);
    const inner = this.newScope('class', node, outer, node.name);
    for (const name of ['__module__', '__qualname__', '__doc__']) inner.use(name).assigned = true;
    for (const statement of node.body) this.visit(statement, inner, node.name);
  }

  private typeAlias(node: ast.TypeAlias, scope: Scope, className: string | null): void {
    scope.use(mangle(node.name.id, className)).assigned = true;
    const outer = this.enterTypeParams(node, scope, className);
    if (outer !== scope) {
      this.visit(node.value, outer, className);
      return;
    }
    const type: TypeScopeNode = { type: 'TypeScope', owner: node };
    const inner = this.newScope('function', type, scope, node.name.id);
    this.typeScopes.set(node, inner);
    this.visit(node.value, inner, className);
  }

  private comprehension(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
    scope: Scope,
    className: string | null,
  ): void {
    const [first, ...others] = node.generators;
    this.visit(first!.iter, scope, className);
    const kind = node.type === 'GeneratorExp' ? 'function' : 'comprehension';
    const name = { GeneratorExp: '<genexpr>', ListComp: '<listcomp>', SetComp: '<setcomp>', DictComp: '<dictcomp>' }[
      node.type
    ];
    const inner = this.newScope(kind, node, scope, name);
    if (node.type === 'GeneratorExp') inner.isGenerator = true;
    if (first!.is_async) inner.frame.isCoroutine = true;
    this.visit(first!.target, inner, className);
    for (const test of first!.ifs) this.visit(test, inner, className);
    for (const generator of others) {
      if (generator.is_async) inner.frame.isCoroutine = true;
      this.visit(generator.target, inner, className);
      this.visit(generator.iter, inner, className);
      for (const test of generator.ifs) this.visit(test, inner, className);
    }
    if (node.type === 'DictComp') {
      this.visit(node.key, inner, className);
      this.visit(node.value, inner, className);
    } else this.visit(node.elt, inner, className);
  }

  /** Python 2's list comprehension: its variables are those of the function around it. */
  private leakyComprehension(node: ast.ListComp, scope: Scope, className: string | null): void {
    for (const generator of node.generators) {
      this.visit(generator.iter, scope, className);
      this.visit(generator.target, scope, className);
      for (const test of generator.ifs) this.visit(test, scope, className);
    }
    this.visit(node.elt, scope, className);
  }
}

export function allArgs(args: ast.Arguments): ast.Arg[] {
  const list = [...args.posonlyargs, ...args.args];
  if (args.vararg !== null) list.push(args.vararg);
  list.push(...args.kwonlyargs);
  if (args.kwarg !== null) list.push(args.kwarg);
  return list;
}

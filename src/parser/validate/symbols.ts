/**
 * Names and their scopes: what the compiler's symbol table refuses.
 *
 * Spec: https://docs.python.org/3.13/reference/executionmodel.html#naming-and-binding
 */
import type {
  Arguments,
  AsyncFunctionDef,
  Comprehension,
  Expr,
  FunctionDef,
  Lambda,
  Module,
  NamedExpr,
  Pattern,
  Stmt,
  TypeParam,
} from '../ast.js';
import { type NameNote, NameTable } from './nameTable.js';
import { expressionsOf, partsOf, patternsOf } from './order.js';
import { refuse } from './refuse.js';
import { checkDeletions, type Deletion } from './deletedCells.js';
import { resolveNames } from './resolve.js';
import { Flag, Scope } from './scope.js';
import { checkUnoptimized } from './unoptimized.js';

/** The scopes of a module, by the node that opens each. */
export type ScopeTable = ReadonlyMap<object, Scope>;

/** Throws {@link Refused} at the first name that is used as it cannot be. */
export function checkNames(
  module: { readonly body: readonly Stmt[] },
  futureAnnotations: boolean,
  dialect: 2 | 3,
  notes: NameNote[],
): ScopeTable {
  const builder = new SymbolBuilder(futureAnnotations, dialect, notes);
  const top = builder.module(module as Module);
  resolveNames(top, null);
  if (dialect === 2) {
    checkUnoptimized(top, false);
    checkDeletions(builder.deletions);
  }
  return builder.scopes;
}

type ComprehensionExpr = Extract<Expr, { readonly generators: readonly Comprehension[] }>;

const COMPREHENSIONS: Readonly<Record<string, string>> = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
};

class SymbolBuilder extends NameTable {
  readonly deletions: Deletion[] = [];
  private readonly futureAnnotations: boolean;

  constructor(futureAnnotations: boolean, dialect: 2 | 3, notes: NameNote[]) {
    super(dialect, notes);
    this.futureAnnotations = futureAnnotations;
  }

  module(module: Module): Scope {
    this.scope = new Scope('module', null, null);
    this.scopes.set(module, this.scope);
    this.statements(module.body);
    return this.scope;
  }

  private statements(body: readonly Stmt[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(node: Stmt): void {
    switch (node.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.functionDefinition(node);
        return;
      case 'ClassDef':
        this.classDefinition(node);
        return;
      case 'TypeAlias':
        this.typeAlias(node);
        return;
      case 'Assign':
        this.all(node.targets);
        this.expression(node.value);
        return;
      case 'AnnAssign':
        this.annotatedAssignment(node);
        return;
      case 'For':
      case 'AsyncFor':
        this.expression(node.target);
        this.expression(node.iter);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case 'While':
      case 'If':
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case 'With':
      case 'AsyncWith':
        for (const item of node.items) this.all([item.context_expr, item.optional_vars]);
        this.statements(node.body);
        return;
      case 'Match':
        this.matchStatement(node);
        return;
      case 'Try':
      case 'TryStar':
        this.tryStatement(node);
        return;
      default:
        this.simple(node);
        return;
    }
  }

  private simple(node: Stmt): void {
    switch (node.type) {
      case 'Import':
      case 'ImportFrom':
        this.importNames(node);
        return;
      case 'Global':
      case 'Nonlocal':
        for (const name of node.names) this.directive(name, node);
        return;
      case 'Exec':
        if (!node.globals) this.scope.unoptimized ??= { at: node, what: 'unqualified exec' };
        this.all(expressionsOf(node));
        return;
      case 'Return':
        this.all([node.value]);
        if (node.value) this.scope.returnsValue = true;
        this.checkGenerator2(node);
        return;
      default:
        this.all(expressionsOf(node));
    }
  }

  private importNames(node: Extract<Stmt, { type: 'Import' | 'ImportFrom' }>): void {
    for (const alias of node.names) {
      const { name, asname } = alias;
      if (name === '*') {
        if (this.scope.kind !== 'module' && this.dialect === 3) refuse('import * only allowed at module level', alias);
        this.scope.unoptimized ??= { at: node, what: 'import *' };
      } else this.define(asname ?? name.split('.')[0]!, Flag.Local, alias);
    }
  }

  private annotatedAssignment(node: Extract<Stmt, { type: 'AnnAssign' }>): void {
    const { target } = node;
    if (target.type === 'Name') {
      const flags = this.scope.flags(target.id);
      if (node.simple && flags & (Flag.Global | Flag.Nonlocal) && this.scope.kind !== 'module') {
        const word = flags & Flag.Global ? 'global' : 'nonlocal';
        refuse(`annotated name '${target.id}' can't be ${word}`, node);
      }
      if (node.simple) this.define(target.id, Flag.Annotated | Flag.Local, target);
      else if (node.value) this.define(target.id, Flag.Local, target);
    } else this.expression(target);
    this.annotation(node.annotation);
    this.all([node.value]);
  }

  private annotation(node: Expr | null): void {
    if (!node) return;
    if (!this.futureAnnotations) {
      this.expression(node);
      return;
    }
    this.enter(node, 'annotation');
    this.expression(node);
    this.leave();
  }

  private tryStatement(node: Extract<Stmt, { type: 'Try' | 'TryStar' }>): void {
    this.statements(node.body);
    this.statements(node.orelse);
    for (const handler of node.handlers) {
      this.all([handler.class, handler.target ?? null]);
      if (handler.name !== null) this.define(handler.name, Flag.Local, handler);
      this.statements(handler.body);
    }
    this.statements(node.finalbody);
  }

  private matchStatement(node: Extract<Stmt, { type: 'Match' }>): void {
    this.expression(node.subject);
    for (const { pattern, guard, body } of node.cases) {
      this.pattern(pattern);
      this.all([guard]);
      this.statements(body);
    }
  }

  private pattern(node: Pattern): void {
    switch (node.type) {
      case 'MatchValue':
        this.expression(node.value);
        break;
      case 'MatchMapping':
        this.all(node.keys);
        break;
      case 'MatchClass':
        this.expression(node.cls);
        break;
      default:
    }
    for (const inner of patternsOf(node)) this.pattern(inner);
    const name = node.type === 'MatchMapping' ? node.rest : 'name' in node ? node.name : null;
    if (name !== null) this.define(name, Flag.Local, node);
  }

  private functionDefinition(node: FunctionDef | AsyncFunctionDef): void {
    this.define(node.name, Flag.Local, node);
    this.all([...node.args.defaults, ...node.args.kw_defaults]);
    this.all(node.decorator_list);
    const generic = node.type_params.length > 0;
    if (generic) this.typeParameters(node.type_params);
    this.annotations(node.args);
    this.annotation(node.returns);
    const scope = this.enter(node, 'function');
    scope.span = node;
    scope.name = node.name;
    scope.isAsync = node.type === 'AsyncFunctionDef';
    scope.coroutine = scope.isAsync;
    this.parameters(node.args);
    this.statements(node.body);
    this.leave();
    if (generic) this.leave();
  }

  private annotations(args: Arguments): void {
    for (const { annotation } of [...args.posonlyargs, ...args.args]) this.annotation(annotation);
    this.annotation(args.vararg?.annotation ?? null);
    this.annotation(args.kwarg?.annotation ?? null);
    for (const { annotation } of args.kwonlyargs) this.annotation(annotation);
  }

  private parameters({ posonlyargs, args, kwonlyargs, vararg, kwarg }: Arguments): void {
    for (const arg of [...posonlyargs, ...args, ...kwonlyargs]) this.define(arg.arg, Flag.Param, arg);
    for (const arg of [vararg, kwarg]) if (arg) this.define(arg.arg, Flag.Param, arg);
    for (const { pattern } of args) if (pattern) this.tupleParameter(pattern);
  }

  /** Python 2: the names of a tuple among the parameters. */
  private tupleParameter(node: Expr): void {
    if (node.type === 'Name') this.define(node.id, Flag.Param, node);
    else if (node.type === 'Tuple') for (const element of node.elts) this.tupleParameter(element);
  }

  private classDefinition(node: Extract<Stmt, { type: 'ClassDef' }>): void {
    this.define(node.name, Flag.Local, node);
    this.all(node.decorator_list);
    const generic = node.type_params.length > 0;
    if (generic) this.typeParameters(node.type_params);
    this.all([...node.bases, ...node.keywords.map(({ value }) => value)]);
    this.enter(node, 'class', '', node.name);
    this.statements(node.body);
    this.leave();
    if (generic) this.leave();
  }

  private typeAlias(node: Extract<Stmt, { type: 'TypeAlias' }>): void {
    this.expression(node.name);
    const generic = node.type_params.length > 0;
    if (generic) this.typeParameters(node.type_params);
    this.enter(node, 'type alias');
    this.expression(node.value);
    this.leave();
    if (generic) this.leave();
  }

  /** Enters the scope of the parameters; the caller leaves it. */
  private typeParameters(parameters: readonly TypeParam[]): void {
    this.enter(parameters, 'type parameters');
    let hasDefault = false;
    for (const parameter of parameters) {
      this.define(parameter.name, Flag.TypeParam | Flag.Local, parameter);
      const bound = parameter.type === 'TypeVar' ? parameter.bound : null;
      if (bound) this.typeVariablePart(bound, bound.type === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound');
      const fallback = parameter.default_value;
      if (fallback) this.typeVariablePart(fallback, `a ${parameter.type} default`);
      if (fallback) hasDefault = true;
      else if (hasDefault) {
        refuse(`non-default type parameter '${parameter.name}' follows default type parameter`, parameter);
      }
    }
  }

  private typeVariablePart(node: Expr, description: string): void {
    this.enter(node, 'type variable', description);
    this.expression(node);
    this.leave();
  }

  private all(nodes: readonly (Expr | null)[]): void {
    for (const node of nodes) if (node) this.expression(node);
  }

  private expression(node: Expr): void {
    switch (node.type) {
      case 'Name':
        this.define(node.id, node.ctx === 'Load' ? Flag.Use : Flag.Local, node);
        if (node.ctx === 'Del') this.deletions.push({ name: node.id, scope: this.scope, at: node });
        return;
      case 'Constant':
        return;
      case 'BinOp':
        this.binaryChain(node);
        return;
      case 'NamedExpr':
        this.namedExpression(node);
        return;
      case 'Lambda':
        this.lambda(node);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.comprehension(node);
        return;
      case 'Yield':
      case 'YieldFrom':
        this.refuseInAnnotation('yield expression', node);
        this.all([node.value]);
        this.scope.generator = true;
        this.checkGenerator2(node);
        if (this.dialect === 3 && this.scope.kind === 'comprehension')
          refuse(`'yield' inside ${this.scope.description}`, node);
        return;
      case 'Await':
        this.refuseInAnnotation('await expression', node);
        this.expression(node.value);
        this.scope.coroutine = true;
        return;
      default:
        this.all(partsOf(node) as readonly (Expr | null)[]);
    }
  }

  /** Not by recursion: `a + b + ...` nests as deep as it is long. */
  private binaryChain(node: Expr): void {
    const rights: Expr[] = [];
    let inner = node;
    while (inner.type === 'BinOp') {
      rights.push(inner.right);
      inner = inner.left;
    }
    this.expression(inner);
    for (const right of rights.reverse()) this.expression(right);
  }

  private lambda(node: Lambda): void {
    this.all([...node.args.defaults, ...node.args.kw_defaults]);
    this.enter(node, 'lambda');
    this.parameters(node.args);
    this.expression(node.body);
    this.leave();
  }

  private namedExpression(node: NamedExpr): void {
    this.refuseInAnnotation('named expression', node);
    if (this.scope.iterationDepth > 0) {
      refuse('assignment expression cannot be used in a comprehension iterable expression', node);
    }
    if (this.scope.kind === 'comprehension') this.bindOutside(node.target.id, node.target);
    this.expression(node.value);
    this.expression(node.target);
  }

  private comprehension(node: ComprehensionExpr): void {
    // Python 2's list comprehensions share the names around them.
    if (this.dialect === 2 && node.type === 'ListComp') {
      for (const { iter, target, ifs } of node.generators) this.all([iter, target, ...ifs]);
      this.expression(node.elt);
      return;
    }
    const [first, ...rest] = node.generators as readonly [Comprehension, ...Comprehension[]];
    const isGenerator = node.type === 'GeneratorExp';
    this.scope.iterationDepth++;
    this.expression(first.iter);
    this.scope.iterationDepth--;
    const scope = this.enter(node, 'comprehension', COMPREHENSIONS[node.type]);
    if (first.is_async) scope.coroutine = true;
    this.iterationTarget(first.target);
    this.all(first.ifs);
    for (const clause of rest) this.clause(clause);
    if (node.type === 'DictComp') this.all([node.value, node.key]);
    else this.expression(node.elt);
    scope.generator = isGenerator;
    const isAsync = scope.coroutine && !isGenerator;
    this.leave();
    if (isAsync) this.scope.coroutine = true;
  }

  private iterationTarget(target: Expr): void {
    this.scope.inIterationTarget = true;
    this.expression(target);
    this.scope.inIterationTarget = false;
  }

  private clause({ target, iter, ifs, is_async }: Comprehension): void {
    this.iterationTarget(target);
    this.scope.iterationDepth++;
    this.expression(iter);
    this.scope.iterationDepth--;
    this.all(ifs);
    if (is_async) this.scope.coroutine = true;
  }
}

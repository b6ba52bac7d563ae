/** What only makes sense inside a function, a loop or an async function: the checks of CPython's code generator. */
import type { Arguments, Call, Comprehension, Expr, Span, Stmt, TypeParam } from '../ast.js';
import { BlockStack, type FlowOptions } from './blockStack.js';
import { checkPatterns } from './matching.js';
import { expressionsOf, partsOf } from './order.js';
import { refuse } from './refuse.js';
import { isFunctionLike } from './scope.js';
import type { ScopeTable } from './symbols.js';

/** Throws {@link Refused} at the first statement or expression that stands where it cannot. */
export function checkFlow(module: { readonly body: readonly Stmt[] }, scopes: ScopeTable, options: FlowOptions): void {
  new FlowChecker(scopes, scopes.get(module)!, options).statements(module.body);
}

/** Targets before a starred one, as many as CPython's instruction can count. */
const MAX_BEFORE_STAR = 256;

class FlowChecker extends BlockStack {
  override statements(body: readonly Stmt[]): void {
    for (const node of body) this.statement(node);
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
        this.typeParameters(node.type_params);
        this.inside(node, () => this.expression(node.value));
        this.nameTarget(node.name.id, node);
        return;
      case 'For':
      case 'AsyncFor':
        this.loop(node);
        return;
      case 'While':
        this.expression(node.test);
        this.block('loop', node, () => this.statements(node.body));
        this.statements(node.orelse);
        return;
      case 'If':
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case 'With':
      case 'AsyncWith':
        this.withStatement(node);
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
      case 'Return':
        this.returnStatement(node);
        return;
      case 'Break':
      case 'Continue':
        this.jump(node);
        return;
      case 'Assign':
        this.expression(node.value);
        for (const target of node.targets) this.target(target);
        return;
      case 'AugAssign':
        this.target(node.target, false);
        this.expression(node.value);
        return;
      case 'AnnAssign':
        this.annotatedAssignment(node);
        return;
      case 'Delete':
        for (const target of node.targets) this.target(target);
        return;
      case 'Import':
        for (const { name, asname } of node.names) this.nameTarget(asname ?? name.split('.')[0]!, node);
        return;
      case 'ImportFrom':
        for (const { name, asname } of node.names) this.nameTarget(asname ?? name, node);
        if (node.module === '__future__' && node.level === 0 && node.start >= this.lastFuture) {
          refuse('from __future__ imports must occur at the beginning of the file', node);
        }
        return;
      default:
        this.all(expressionsOf(node));
    }
  }

  private annotatedAssignment(node: Extract<Stmt, { type: 'AnnAssign' }>): void {
    const { target } = node;
    if (node.value) this.expression(node.value);
    if (target.type === 'Name') this.nameTarget(target.id, node);
    else if (target.type === 'Attribute') {
      this.nameTarget(target.attr, node);
      this.expression(target.value);
    } else this.target(target);
    this.expression(node.annotation);
  }

  private functionDefinition(node: Extract<Stmt, { type: 'FunctionDef' | 'AsyncFunctionDef' }>): void {
    this.all(node.decorator_list);
    this.defaults(node.args);
    const body = () => {
      this.annotations(node.args);
      this.all([node.returns]);
      this.inside(node, () => {
        this.parameterNames(node.args);
        this.statements(node.body);
      });
    };
    if (node.type_params.length === 0) body();
    else {
      this.typeParameters(node.type_params);
      this.inside(node.type_params, body);
    }
    this.nameTarget(node.name, node);
  }

  private typeParameters(parameters: readonly TypeParam[]): void {
    for (const parameter of parameters) this.nameTarget(parameter.name, parameter);
  }

  private annotations({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments): void {
    for (const arg of [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg]) {
      const annotation = arg?.annotation;
      if (annotation) this.expression(annotation.type === 'Starred' ? annotation.value : annotation);
    }
  }

  private parameterNames({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments): void {
    for (const arg of [...posonlyargs, ...args, ...kwonlyargs, vararg, kwarg]) if (arg) this.nameTarget(arg.arg, arg);
  }

  private defaults({ defaults, kw_defaults }: Arguments): void {
    this.all(defaults);
    this.all(kw_defaults);
  }

  private classDefinition(node: Extract<Stmt, { type: 'ClassDef' }>): void {
    this.all(node.decorator_list);
    const body = () => {
      this.inside(node, () => this.statements(node.body));
      this.checkKeywords(node.keywords);
      for (const base of node.bases) this.element(base);
      for (const { value } of node.keywords) this.expression(value);
    };
    if (node.type_params.length === 0) body();
    else {
      this.typeParameters(node.type_params);
      this.inside(node.type_params, body);
    }
    this.nameTarget(node.name, node);
  }

  private loop(node: Extract<Stmt, { type: 'For' | 'AsyncFor' }>): void {
    if (node.type === 'AsyncFor' && !this.scope.isAsync) refuse("'async for' outside async function", node);
    this.expression(node.iter);
    this.block('loop', node, () => {
      this.target(node.target);
      this.statements(node.body);
    });
    this.statements(node.orelse);
  }

  private withStatement(node: Extract<Stmt, { type: 'With' | 'AsyncWith' }>, index = 0): void {
    const isAsync = node.type === 'AsyncWith';
    if (isAsync && !this.scope.isAsync) refuse("'async with' outside async function", node);
    const item = node.items[index];
    if (!item) {
      this.statements(node.body);
      return;
    }
    this.expression(item.context_expr);
    this.block('other', node, () => {
      if (item.optional_vars) this.target(item.optional_vars);
      this.withStatement(node, index + 1);
    });
  }

  private tryStatement(node: Extract<Stmt, { type: 'Try' | 'TryStar' }>): void {
    const caught = () => {
      this.block('other', node, () => this.statements(node.body));
      this.statements(node.orelse);
      this.block('other', node, () => this.handlers(node));
    };
    const main = node.handlers.length > 0 ? caught : () => this.statements(node.body);
    if (node.finalbody.length === 0) {
      main();
      return;
    }
    this.block('other', node, main, node.finalbody);
    if (this.dialect === 3) this.statements(node.finalbody);
    this.block('finally', node, () => this.statements(node.finalbody));
  }

  private handlers(node: Extract<Stmt, { type: 'Try' | 'TryStar' }>): void {
    const isStar = node.type === 'TryStar';
    node.handlers.forEach((handler, index) => {
      if (!handler.class && index < node.handlers.length - 1) {
        refuse("default 'except:' must be last", this.dialect === 3 ? handler : node.body.at(-1)!);
      }
      if (handler.class) this.expression(handler.class);
      if (handler.name !== null) this.nameTarget(handler.name, handler);
      this.block(isStar ? 'except*' : 'other', handler, () => this.statements(handler.body));
    });
  }

  private matchStatement(node: Extract<Stmt, { type: 'Match' }>): void {
    this.expression(node.subject);
    for (const [index, { pattern, guard, body }] of node.cases.entries()) {
      const isLast = index === node.cases.length - 1;
      checkPatterns(pattern, isLast || guard !== null);
      if (guard) this.expression(guard);
      this.statements(body);
    }
  }

  private nameTarget(name: string, at: Span): void {
    if (name === '__debug__') refuse('cannot assign to __debug__', at);
  }

  /** Something that is assigned to or deleted; `stored` is false for an augmented assignment. */
  private target(node: Expr, stored = true): void {
    switch (node.type) {
      case 'Name':
        if (node.id === '__debug__') {
          refuse(`cannot ${node.ctx === 'Del' ? 'delete' : 'assign to'} __debug__`, node);
        }
        return;
      case 'Starred':
        refuse('starred assignment target must be in a list or tuple', node);
      case 'List':
      case 'Tuple':
        this.checkStars(node.elts, node);
        for (const element of node.elts) this.target(element.type === 'Starred' ? element.value : element);
        return;
      case 'Attribute':
        this.expression(node.value);
        if (stored && node.ctx === 'Store') this.nameTarget(node.attr, node);
        return;
      default:
        this.expression(node);
    }
  }

  private checkStars(elts: readonly Expr[], at: Span): void {
    const stars = elts.filter(({ type }) => type === 'Starred').length;
    if (stars > 1) refuse('multiple starred expressions in assignment', at);
    if (elts.slice(MAX_BEFORE_STAR).some((e) => e.type === 'Starred'))
      refuse('too many expressions in star-unpacking assignment', at);
  }

  private all(nodes: readonly (Expr | null)[]): void {
    for (const node of nodes) if (node) this.expression(node);
  }

  /** An element of a display or an argument, which may be starred. */
  private element(node: Expr): void {
    this.expression(node.type === 'Starred' ? node.value : node);
  }

  protected override expression(node: Expr): void {
    switch (node.type) {
      case 'Name':
      case 'Constant':
        return;
      case 'BinOp':
        this.binaryChain(node);
        return;
      case 'Starred':
        refuse("can't use starred expression here", node);
      case 'List':
      case 'Tuple':
      case 'Set':
        for (const element of node.elts) this.element(element);
        return;
      case 'Call':
        this.call(node);
        return;
      case 'NamedExpr':
        this.expression(node.value);
        this.nameTarget(node.target.id, node.target);
        return;
      case 'Lambda':
        this.defaults(node.args);
        this.inside(node, () => {
          this.parameterNames(node.args);
          this.expression(node.body);
        });
        return;
      case 'Yield':
      case 'YieldFrom':
      case 'Await':
        this.suspension(node);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.comprehension(node);
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

  private call(node: Call): void {
    this.checkKeywords(node.keywords);
    this.expression(node.func);
    for (const arg of node.args) this.element(arg);
    for (const { value } of node.keywords) this.expression(value);
  }

  private checkKeywords(keywords: Call['keywords']): void {
    const seen = new Set<string>();
    for (const keyword of keywords) {
      if (keyword.arg === null) continue;
      this.nameTarget(keyword.arg, keyword);
      if (seen.has(keyword.arg)) refuse(`keyword argument repeated: ${keyword.arg}`, keyword);
      seen.add(keyword.arg);
    }
  }

  private suspension(node: Extract<Expr, { type: 'Yield' | 'YieldFrom' | 'Await' }>): void {
    const { kind, isAsync } = this.scope;
    const word = node.type === 'Await' ? 'await' : node.type === 'YieldFrom' ? 'yield from' : 'yield';
    if (!isFunctionLike(kind)) refuse(`'${word}' outside function`, node);
    if (node.type === 'Await' && !isAsync && kind !== 'comprehension') refuse("'await' outside async function", node);
    if (node.type === 'YieldFrom' && isAsync) refuse("'yield from' inside async function", node);
    if (node.value) this.expression(node.value);
  }

  private comprehension(node: Extract<Expr, { readonly generators: readonly Comprehension[] }>): void {
    const scope = this.scopes.get(node);
    if (!scope) {
      // Python 2's list comprehensions have no scope of their own.
      for (const { iter, target, ifs } of node.generators) this.all([iter, target, ...ifs]);
      if (node.type !== 'DictComp') this.expression(node.elt);
      return;
    }
    const isAsync = scope.coroutine && node.type !== 'GeneratorExp';
    this.expression(node.generators[0]!.iter);
    const outer = this.scope;
    if (isAsync && !outer.isAsync && outer.kind !== 'comprehension') {
      refuse('asynchronous comprehension outside of an asynchronous function', node);
    }
    this.inside(node, () => {
      node.generators.forEach(({ target, iter, ifs }, index) => {
        if (index > 0) this.expression(iter);
        this.target(target);
        this.all(ifs);
      });
      if (node.type === 'DictComp') this.all([node.key, node.value]);
      else this.expression(node.elt);
    });
  }
}

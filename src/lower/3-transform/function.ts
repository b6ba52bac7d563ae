/** Functions: the code of a `def`, `lambda`, generator expression or class body, and the expression that makes one. */
import { annotationText } from './annotationText.js';
import { guard } from './frame.js';
import { isPlainFloat } from './names.js';
import { parameterName } from './parameters.js';
import type * as ast from '../../parser/ast.js';
import { allArgs } from '../1-scope/analyse.js';
import type { Scope, ScopeNode, Variable } from '../1-scope/scope.js';
import { numberVariables } from '../2-types/duals.js';
import { isRelayed } from '../2-types/relayed.js';
import * as b from '../build.js';
import type { CodeSpec } from './code.js';
import { FunctionContext } from './context.js';
import type { HelperName } from './unit.js';
import { docOf, docstring } from './docstring.js';
import { entry } from './entry.js';
import { profiled } from './profiled.js';
import { begins, comesTo, isTraced, result, traced } from './traced.js';
import { lowerExprs, tracedExpr } from './expressions/index.js';
import { lowerBody } from './statements/index.js';
import { assignTo } from './statements/assignTarget.js';
import { annotatedLater } from './statements/later.js';

type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

const CO = {
  OPTIMIZED: 1,
  NEWLOCALS: 2,
  VARARGS: 4,
  VARKEYWORDS: 8,
  NESTED: 16,
  GENERATOR: 32,
  COROUTINE: 128,
  ASYNC_GENERATOR: 512,
  /** Ours; the runtime keeps them apart from those that Python sees. */
  RELAYED_ARGS: 1 << 28,
  RELAYED_KEYWORDS: 1 << 29,
  REPLACEABLE: 1 << 30,
};

/** `$def(code, cells, defaults, keyword defaults, annotations)`: the expression that makes the function object. */
export function makeFunction(node: FunctionNode, cx: FunctionContext): b.Expression {
  const { args } = node;
  const defaults = lowerExprs([...args.defaults, ...args.kw_defaults.filter((d) => d !== null)], cx);
  const positional = defaults.splice(0, args.defaults.length);
  const keywords: b.Expression[] = [];
  args.kwonlyargs.forEach((arg, i) => {
    if (args.kw_defaults[i] !== null) keywords.push(b.literal(cx.mangled(arg.arg)), defaults.shift()!);
  });
  const annotations = node.type === 'Lambda' ? null : annotationsOf(node, cx);
  return define(functionCode(node, cx), cx, positional, keywords, annotations);
}

export function define(
  spec: CodeSpec,
  cx: FunctionContext,
  defaults: b.Expression[],
  keywords: b.Expression[],
  annotations: b.Expression | null,
): b.Expression {
  const cells = b.array(spec.freevars.map(b.id));
  const args: b.Expression[] = [b.id(`$c${spec.index}`), cells];
  if (defaults.length > 0 || keywords.length > 0 || annotations !== null) {
    args.push(defaults.length > 0 ? b.array(defaults) : b.nil());
    args.push(keywords.length > 0 ? b.array(keywords) : b.nil());
    args.push(annotations ?? b.nil());
  }
  return b.call(cx.helper('def'), args);
}

type Annotated = readonly (readonly [string, ast.Expr])[];

/** `[name, value, …]`, or what gives it later; null if there are none. */
function annotationsOf(node: ast.FunctionDef | ast.AsyncFunctionDef, cx: FunctionContext): b.Expression | null {
  const annotated: [string, ast.Expr][] = [];
  for (const arg of allArgs(node.args))
    if (arg.annotation !== null) annotated.push([cx.mangled(arg.arg), arg.annotation]);
  if (node.returns !== null) annotated.push(['return', node.returns]);
  if (annotated.length === 0) return null;
  const expressions = annotated.map(([, e]) => e);
  const later = annotatedLater(expressions, cx, (inner) => annotationPairs(annotated, inner));
  return later ?? b.array(annotationPairs(annotated, cx));
}

/** `[name, value, …]`; under `from __future__ import annotations` the values are source texts. */
function annotationPairs(annotated: Annotated, cx: FunctionContext): b.Expression[] {
  if (cx.unit.options.futureAnnotations) {
    return annotated.flatMap(([name, e]) => [b.literal(name), b.literal(annotationText(e, cx))]);
  }
  const values = lowerExprs(
    annotated.map(([, e]) => (e.type === 'Starred' ? e.value : e)),
    cx,
  );
  // `*args: *Ts` has the one item that unpacking gives.
  const value = (i: number, { type }: ast.Expr): b.Expression =>
    type === 'Starred' ? b.index(cx.op('starItems', [values[i]!], annotated[i]![1]), b.literal(0)) : values[i]!;
  return annotated.flatMap(([name, e], i) => [b.literal(name), value(i, e)]);
}

/** Reserves the code's index before its body is lowered, so that nested codes come after it. */
export function reserve(cx: FunctionContext): { index: number; fill: (spec: CodeSpec) => void } {
  const { codes } = cx.unit;
  const index = codes.length;
  codes.push(null as unknown as CodeSpec);
  return {
    index,
    fill: (spec) => {
      codes[index] = spec;
    },
  };
}

/** Lowers a function's body into a new code of the unit. */
export function functionCode(node: FunctionNode, cx: FunctionContext): CodeSpec {
  const scope = cx.unit.scopes.of(node);
  const { index, fill } = reserve(cx);
  cx.unit.numberCode(node, index);
  const inner = new FunctionContext(cx.unit, scope, cx.className, index);
  const name = node.type === 'Lambda' ? '<lambda>' : node.name;
  const { args } = node;
  const positional = [...args.posonlyargs, ...args.args].map((a) => inner.mangled(a.arg));
  const params = allArgs(args).map((a) => scope.variables.get(inner.mangled(a.arg))!);
  for (const p of params) inner.bound.add(p);
  inheritBound(inner, cx);
  if (cx.unit.hasFloats && !scope.dynamic && !('fork' in node)) {
    const nodes = node.type === 'Lambda' ? [node.body] : node.body;
    inner.numbers = numberVariables(scope, nodes as never, params, (n) => inner.variable(inner.mangled(n)));
  }
  const body = inner.collect(() => {
    bindParameters(args, scope, inner);
    if (node.type === 'Lambda') inner.emit(b.ret(inner.withTemps(() => result(tracedExpr(node.body, inner), inner))));
    else {
      lowerBody(node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' ? withoutDoc(node.body) : [], inner);
    }
  });
  const spec: CodeSpec = {
    ...codeBase(index, name, scope, node, cx),
    positional,
    positionalOnly: args.posonlyargs.length,
    optional: args.defaults.length,
    varargs: args.vararg === null ? null : inner.mangled(args.vararg.arg),
    keywordOnly: args.kwonlyargs.map((a) => inner.mangled(a.arg)),
    varkw: args.kwarg === null ? null : inner.mangled(args.kwarg.arg),
    flags:
      flagsOf(scope, args) |
      relayFlags(node, scope, isTraced(inner)) |
      (scope.module.replacesCode ? CO.REPLACEABLE : 0),
    varnames: variableNames(
      scope,
      params.map((p) => p.name),
    ),
    doc: node.type === 'Lambda' ? null : docstring(node.body, cx.unit.dialect, cx.unit.options.optimize),
  };
  const prologue = inner.isThreaded ? [] : entry(args, params, inner);
  spec.make = maker(
    spec,
    inner,
    params.map((p) => parameterName(p)),
    prologue,
    body,
  );
  if (inner.isThreaded && node.type === 'FunctionDef') spec.computes = cx.unit.computingFunctions().has(node);
  fill(spec);
  return spec;
}

/** What is bound around a function when it is made stays so, unless something deletes it. */
export function inheritBound(inner: FunctionContext, outer: FunctionContext): void {
  for (const variable of outer.bound) if (variable.captured && !variable.deleted) inner.bound.add(variable);
}

/** A parameter that is kept as a dual: a float comes out of its box. */
function openDual(variable: Variable): b.Statement {
  const x = b.id(variable.jsName);
  return b.ifStatement(isPlainFloat(x), [
    b.statement(b.assign(b.id(`${variable.jsName}$f`), b.member(x, 'v'))),
    b.statement(b.assign(x, b.undef())),
  ]);
}

/** Captured parameters move into cells; Python 2's tuple parameters are unpacked. */
function bindParameters(args: ast.Arguments, scope: Scope, cx: FunctionContext): void {
  for (const arg of allArgs(args)) {
    const variable = scope.variables.get(cx.mangled(arg.arg))!;
    if (cx.numbers.duals.has(variable)) cx.emit(openDual(variable));
    if (variable.captured) {
      cx.emit(b.declare('const', [variable.jsName, b.construct(cx.helper('Cell'), [b.id(parameterName(variable))])]));
    }
  }
  begins(cx);
  for (const arg of allArgs(args)) {
    if (arg.pattern !== undefined) {
      const variable = scope.variables.get(cx.mangled(arg.arg))!;
      assignTo(arg.pattern, b.id(parameterName(variable)), cx);
    }
  }
}

/** `($i, cell…) => function`: everything around a lowered body. */
export function maker(
  spec: CodeSpec,
  cx: FunctionContext,
  params: readonly string[],
  prologue: b.Statement[],
  body: b.Statement[],
): b.Expression {
  const name = jsFunctionName(spec.name);
  const cells = spec.freevars;
  const guarded = profiled(traced(guard(cx, body), cx), cx);
  if (cx.isThreaded && !cx.isGenerator) {
    return b.arrow(['$i', ...cells], b.func(name, params, guarded, { generator: true }));
  }
  if (!cx.isGenerator) {
    return b.arrow(['$i', ...cells], b.func(name, params, [...prologue, ...guarded]));
  }
  // One generator function for all that are made of it: V8 gives each of its own a map of its own, which takes a microsecond.
  const outside = ['$i', ...cells];
  const shared = b.func(name, [...outside, ...params], guarded, { generator: true });
  const kind = cx.frame.isCoroutine
    ? cx.frame.isGenerator
      ? 'newAsyncGenerator'
      : 'newCoroutine'
    : generatorMaker(cx);
  const create = b.call(cx.helper(kind), [b.id('$i'), b.call(b.id('$g'), [...outside, ...params].map(b.id))]);
  const make = b.func(name, params, [...prologue, b.ret(create)]);
  const known = b.ifStatement(b.isUndefined(b.id('$g')), [b.statement(b.assign(b.id('$g'), shared))]);
  return b.call(b.arrow(['$g'], b.arrow(outside, [known, b.ret(make)])), []);
}

function generatorMaker(cx: FunctionContext): HelperName {
  if (cx.isThreaded) return 'newThreadGenerator';
  if (!cx.usesRunning && !cx.frame.hasTry) return 'newLightGenerator';
  return cx.frame.hasEnding && !isContextManager(cx.frame.node) ? 'newWatchedGenerator' : 'newGenerator';
}

/** The `with` statement that it is for runs it to its end. */
const isContextManager = (node: Scope['node']): boolean =>
  node.type === 'FunctionDef' &&
  node.decorator_list.some(
    (decorator) => (decorator.type === 'Attribute' ? decorator.attr : (decorator as ast.Name).id) === 'contextmanager',
  );

export function jsFunctionName(name: string): string {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)
    ? `${name}$`
    : `$${name.replace(/[^\p{ID_Continue}]/gu, '')}`;
}

export function codeBase(index: number, name: string, scope: Scope, node: ast.Span | null, cx: FunctionContext) {
  const free = [...scope.freeVariables].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  return {
    index,
    name,
    qualname: scope.parent === null ? name : qualified(scope, name, cx),
    firstLine: node === null ? 1 : firstLine(node, cx),
    positional: [] as string[],
    positionalOnly: 0,
    optional: 0,
    varargs: null,
    keywordOnly: [] as string[],
    varkw: null,
    flags: flagsOf(scope, null),
    varnames: [] as string[],
    freevars: free.map(([cell]) => cell),
    freeNames: free.map(([, { name }]) => name),
    cellvars: cellNames(scope, cx),
    names: globalNames(scope),
    nested: scope.children
      .map((c) => c.frame)
      .filter((c) => c !== scope)
      .map((c) => childIndex(c)),
    doc: null,
    make: null as b.Expression | null,
  };
}

/** Parameters as they stand, then the others by name. */
function cellNames(scope: Scope, cx: FunctionContext): string[] {
  const own = [...scope.variables.values()].filter((v) => v.captured && v.scope === scope);
  const isFirst = (v: Variable): boolean => v.param && cx.unit.dialect === 3;
  const names = (list: readonly Variable[]) => list.map((v) => v.name);
  return [...names(own.filter(isFirst)), ...names(own.filter((v) => !isFirst(v))).sort()];
}

const childIndex = (_scope: Scope) => -1;

function qualified(scope: Scope, name: string, cx: FunctionContext): string {
  return scope.parent!.qualify(cx.mangled(name) === name ? name : name);
}

/** A decorated definition begins at its first decorator. */
function firstStart(node: ast.Span): number {
  const decorators = (node as { decorator_list?: readonly ast.Expr[] }).decorator_list;
  return decorators !== undefined && decorators.length > 0 ? decorators[0]!.start : node.start;
}

const firstLine = (node: ast.Span, cx: FunctionContext): number => cx.unit.source.position(firstStart(node)).line;

function flagsOf(scope: Scope, args: ast.Arguments | null): number {
  let flags = scope.kind === 'function' ? CO.OPTIMIZED | CO.NEWLOCALS : 0;
  if (args?.vararg) flags |= CO.VARARGS;
  if (args?.kwarg) flags |= CO.VARKEYWORDS;
  if (scope.parent !== null && scope.parent.frame.kind === 'function') flags |= CO.NESTED;
  if (scope.isCoroutine) flags |= scope.isGenerator ? CO.ASYNC_GENERATOR : CO.COROUTINE;
  else if (scope.isGenerator) flags |= CO.GENERATOR;
  return flags;
}

/** `*args` and `**kwargs` that are only handed on stay as they come: an array, and names and values in turn. */
function relayFlags(node: FunctionNode, scope: Scope, isSeen: boolean): number {
  const { vararg, kwarg } = node.args;
  if (isSeen || scope.dynamic || node.type === 'AsyncFunctionDef' || 'fork' in node) return 0;
  const body = (node.type === 'Lambda' ? [node.body] : node.body) as never;
  const stays = (arg: ast.Arg | null, isKeywords: boolean): boolean =>
    arg !== null && !scope.variables.get(arg.arg)?.captured && isRelayed(arg.arg, body, isKeywords);
  return (stays(vararg, false) ? CO.RELAYED_ARGS : 0) | (stays(kwarg, true) ? CO.RELAYED_KEYWORDS : 0);
}

export function variableNames(scope: Scope, params: readonly string[]): string[] {
  const others = [...scope.variables.values()].filter((v) => !v.param && !v.captured).map((v) => v.name);
  return [...params, ...others];
}

/** Names that the scope's own code takes from the module. */
function globalNames(scope: Scope): string[] {
  const names: string[] = [];
  const visit = (s: Scope): void => {
    for (const name of s.uses.keys()) if (isGlobalIn(s, name)) names.push(name);
    for (const child of s.children) if (child.kind === 'comprehension') visit(child);
  };
  visit(scope);
  return [...new Set(names)];
}

function isGlobalIn(scope: Scope, name: string): boolean {
  for (let s: Scope | null = scope; s !== null; s = s.parent) {
    if (s.uses.get(name)?.global) return true;
    if (s.kind === 'module') return true;
    if (s.kind === 'class' && s !== scope) continue;
    if (s.variables.has(name)) return s.kind === 'class';
  }
  return true;
}

const withoutDoc = (body: readonly ast.Stmt[]) => (docOf(body) === null ? body : body.slice(1));

/** The code of a class body: a function of the namespace that it fills. */
export function classCode(node: ast.ClassDef, cx: FunctionContext): CodeSpec {
  const scope = cx.unit.scopes.of(node);
  const { index, fill } = reserve(cx);
  const inner = new FunctionContext(cx.unit, scope, node.name, index);
  inheritBound(inner, cx);
  const body = inner.collect(() => {
    begins(inner);
    const first = { start: firstStart(node), end: node.end };
    comesTo(first, inner);
    const set = (name: string, value: b.Expression) =>
      inner.emit(b.statement(b.call(b.member(b.id('$ns'), 'set'), [b.literal(name), value])));
    set('__module__', b.member(b.id('$u'), 'moduleName'));
    if (cx.unit.dialect === 3) {
      set('__qualname__', b.literal(cx.scope.qualify(node.name)));
      set('__firstlineno__', b.literal(firstLine(node, cx)));
    }
    const doc = docstring(node.body, cx.unit.dialect, cx.unit.options.optimize);
    if (doc !== null) {
      comesTo(node.body[0]!, inner);
      set('__doc__', b.literal(doc));
    }
    const cell = scope.variables.get('__class__ ');
    if (cell !== undefined) {
      inner.emit(b.declare('const', ['__class__', b.construct(inner.helper('Cell'), [b.undef()])]));
    }
    if (scope.hasAnnotations) inner.emit(b.statement(b.call(inner.helper('annotations'), [b.id('$ns')])));
    lowerBody(withoutDoc(node.body), inner);
    if (cx.unit.dialect === 3) {
      const names = [...scope.staticAttributes].map((n) => b.literal(n));
      set('__static_attributes__', b.construct(inner.helper('PyTuple'), [b.array(names)]));
    }
    if (cell !== undefined) set('__classcell__', b.id('__class__'));
  });
  const spec: CodeSpec = { ...codeBase(index, node.name, scope, node, cx) };
  const name = jsFunctionName(node.name);
  spec.make = b.arrow(
    ['$i', ...spec.freevars],
    b.func(name, ['$ns'], profiled(traced(guard(inner, body), inner), inner)),
  );
  fill(spec);
  return spec;
}

export type { ScopeNode };

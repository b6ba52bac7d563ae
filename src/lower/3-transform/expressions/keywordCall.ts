/** Calls with keywords, `*args` and `**kwargs`. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { layout } from '../signatures.js';
import { fromName } from './Attribute.js';
import { findMethod } from './Call.js';
import { isBareSuper } from './superCall.js';
import { evaluate } from './evaluate.js';
import { needsLocals, withLocals } from './dynamicCall.js';
import { lowerExpr, lowerExprs, spillBefore } from './index.js';
import { keywordsReadAtOnce, readTogether } from './mappings.js';
import { profiledCall, tellsCalls } from '../profiled.js';
import { brought, taken } from '../threaded.js';

/** How many functions of a name a call is laid out for. */
const MAX_CANDIDATES = 3;

/** The code that a function must be made of, and the arguments in its order. */
interface Candidate {
  readonly code: b.Expression;
  readonly places: readonly (number | null)[];
  /** It has keyword-only parameters, which only its body takes by position. */
  readonly byBody: boolean;
}

/**
 * `f(x, name=y)` as a call by position, where the text has functions of that name; null where it has none that fit. Any
 * other function is called the general way.
 */
export function laidOutCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  const { unit } = cx;
  if (unit.options.threaded !== null || unit.globalsMode !== 'module' || needsLocals(node, cx)) return null;
  if (node.args.some((arg) => arg.type === 'Starred') || node.keywords.some((k) => k.arg === null)) return null;
  const names = node.keywords.map((k) => k.arg!);
  if (new Set(names).size < names.length) return null;
  const candidates = (nodes: readonly ast.FunctionDef[] | undefined, implied: number): Candidate[] =>
    (nodes ?? []).slice(0, MAX_CANDIDATES).flatMap((f) => {
      const places = layout(f, implied, node.args.length, names);
      return places === null ? [] : [{ code: unit.codeOf(f), places, byBody: f.args.kwonlyargs.length > 0 }];
    });
  const { functions, methods, constructors } = unit.definitions();
  if (node.func.type === 'Attribute') {
    const found = candidates(methods.get(node.func.attr), 1);
    return found.length === 0 || isBareSuper(node.func.value, cx) ? null : methodByName(node, node.func, found, cx);
  }
  if (node.func.type !== 'Name' || cx.scope.kind === 'class') return null;
  if (cx.variable(node.func.id) !== null) {
    const local = candidates(unit.functions().get(node.func.id), 0);
    return local.length === 0 ? null : functionByName(node, local, [], cx);
  }
  const plain = candidates(functions.get(node.func.id), 0);
  const init = candidates(constructors.get(node.func.id), 1);
  return plain.length + init.length === 0 ? null : functionByName(node, plain, init, cx);
}

const inOrder = (values: readonly b.Expression[], places: readonly (number | null)[]): b.Expression[] =>
  places.map((place) => (place === null ? b.undef() : values[place]!));

/** `f` is made of the code, and has as many defaults as the code says. */
export const isMadeOf = (f: b.Expression, code: b.Expression): b.Expression =>
  b.and(
    b.typeIs(f, 'function'),
    b.binary('!==', b.member(f, 'info'), b.undef()),
    b.binary('===', b.member(b.member(f, 'info'), 'code'), code),
    b.not(b.member(b.member(f, 'info'), 'rebound')),
  );

/** What takes the arguments by position: the function, or its body. */
const entry = (f: b.Expression, { byBody }: Candidate): b.Expression =>
  byBody ? b.member(b.member(f, 'info'), 'body') : f;

/** The arguments of the general call. */
function general(
  f: b.Expression,
  before: readonly b.Expression[],
  values: readonly b.Expression[],
  node: ast.Call,
  cx: FunctionContext,
) {
  const given = values.slice(0, node.args.length);
  const pairs = node.keywords.flatMap((k, i) => [b.literal(k.arg!), values[node.args.length + i]!]);
  return b.call(cx.helper('callKeywords'), [f, b.array([...before, ...given]), b.array(pairs)]);
}

function functionByName(node: ast.Call, plain: readonly Candidate[], init: readonly Candidate[], cx: FunctionContext) {
  const lowered = lowerExprs([node.func, ...node.args, ...node.keywords.map((k) => k.value)], cx);
  const { setup, values } = evaluate(lowered).fixed(cx);
  const [f, ...given] = values as [b.Expression, ...b.Expression[]];
  let call: b.Expression = general(f, [], given, node, cx);
  for (const candidate of plain) {
    const laidOut = b.call(entry(f, candidate), inOrder(given, candidate.places));
    call = b.conditional(isMadeOf(f, candidate.code), laidOut, call);
  }
  for (const candidate of init) call = constructed(f, candidate, given, call, cx);
  return b.sequence(...setup, cx.at(node), call);
}

/** `f(…)` where `f` is a class whose `__init__` is the candidate; `other` is done for anything else. */
function constructed(
  f: b.Expression,
  { code, places, byBody }: Candidate,
  given: readonly b.Expression[],
  other: b.Expression,
  cx: FunctionContext,
): b.Expression {
  const hook = b.member(f, 'initHook');
  const direct = b.member(f, 'direct');
  const isDirect = [b.typeIs(f, 'object'), b.binary('!==', f, b.nil()), b.binary('!==', direct, b.undef())];
  if (!byBody) {
    const made = b.call(direct, inOrder(given, places));
    return b.conditional(b.and(...isDirect, isMadeOf(hook, code)), made, other);
  }
  const o = b.id(cx.scratch());
  const result = b.id(cx.scratch());
  const body = b.member(b.member(hook, 'info'), 'body');
  const made = b.sequence(
    b.assign(o, b.construct(b.member(f, 'ctor'), [])),
    b.assign(result, b.call(body, [o, ...inOrder(given, places)])),
    b.conditional(b.binary('===', result, b.nil()), o, b.call(cx.helper('badInit'), [result])),
  );
  return b.conditional(b.and(...isDirect, b.member(direct, 'isPlain'), isMadeOf(hook, code)), made, other);
}

function methodByName(node: ast.Call, func: ast.Attribute, found: readonly Candidate[], cx: FunctionContext) {
  const { self, method, value, lookup } = findMethod(func, cx);
  const before = cx.statements.length;
  const lowered = lowerExprs([...node.args, ...node.keywords.map((k) => k.value)], cx);
  const needsStatements = cx.statements.length > before;
  // The attribute is looked up before the arguments are evaluated.
  if (needsStatements) cx.statements.splice(before, 0, b.statement(lookup));
  const { setup, values } = evaluate(lowered).fixed(cx);
  let call: b.Expression = b.conditional(
    b.binary('!==', method, b.undef()),
    general(method, [self], values, node, cx),
    general(value, [], values, node, cx),
  );
  for (const candidate of found) {
    const laidOut = b.call(entry(method, candidate), [self, ...inOrder(values, candidate.places)]);
    call = b.conditional(isMadeOf(method, candidate.code), laidOut, call);
  }
  return b.sequence(...(needsStatements ? [] : [lookup]), ...setup, cx.at(fromName(func, node, cx)), call);
}

/**
 * `o.m(x, *args)` goes straight to the class's function, with no bound method in between; null where there is more than
 * one `*`, or something after it.
 */
export function starredMethodCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  const { func, args } = node;
  if (func.type !== 'Attribute' || node.keywords.length > 0 || cx.isThreaded || needsLocals(node, cx)) return null;
  if (args.findIndex((arg) => arg.type === 'Starred') !== args.length - 1 || isBareSuper(func.value, cx)) return null;
  const { self, method, value, lookup } = findMethod(func, cx);
  const before = cx.statements.length;
  const given = lowerExprs(
    args.map((arg) => (arg.type === 'Starred' ? arg.value : arg)),
    cx,
  );
  const needsStatements = cx.statements.length > before;
  // The attribute is looked up before the arguments are evaluated.
  if (needsStatements) cx.statements.splice(before, 0, b.statement(lookup));
  const callee = b.conditional(b.binary('!==', method, b.undef()), method, value);
  const star = given.pop()!;
  const isAnonymous = given.length > 0 && cx.unit.dialect === 3;
  const items = isAnonymous ? cx.op('starItems', [star], node) : cx.op('starArgs', [star, callee], node);
  const all = given.length > 0 ? b.array([...given, b.spread(items)]) : items;
  return b.sequence(...(needsStatements ? [] : [lookup]), cx.op('callFound', [self, method, value, all], node));
}

/** `o.m(x, name=y)` and `o.m(**kwargs)` go straight to the class's function too; null where there is a `*`. */
export function keywordMethodCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  const { func, args, keywords } = node;
  if (func.type !== 'Attribute' || cx.isThreaded || needsLocals(node, cx)) return null;
  if (args.some((arg) => arg.type === 'Starred') || isBareSuper(func.value, cx)) return null;
  if (keywordsReadAtOnce(node).includes(true)) return null;
  const { self, method, value, lookup } = findMethod(func, cx);
  const before = cx.statements.length;
  const given = lowerExprs([...args, ...keywords.map((k) => k.value)], cx);
  const needsStatements = cx.statements.length > before;
  // The attribute is looked up before the arguments are evaluated.
  if (needsStatements) cx.statements.splice(before, 0, b.statement(lookup));
  const pairs = keywords.flatMap((k, i) => [k.arg === null ? b.nil() : b.literal(k.arg), given[args.length + i]!]);
  const operands = [self, method, value, b.array(given.slice(0, args.length)), b.array(pairs)];
  const call = cx.op('callFoundKeywords', operands, placeOfCall(node, cx));
  return needsStatements ? call : b.sequence(lookup, call);
}

/** Keywords, `*args` and `**kwargs`, bound when the call is made. */
export function keywordCall(node: ast.Call, cx: FunctionContext): b.Expression {
  const before = cx.statements.length;
  const values: b.Expression[] = [lowerExpr(node.func, cx)];
  const atOnce = keywordsReadAtOnce(node);
  // What reads mappings names it in messages.
  if (atOnce.includes(true)) spillBefore(values, cx.statements.length, cx);
  for (const arg of node.args) {
    const at = cx.statements.length;
    const value = lowerExpr(arg.type === 'Starred' ? arg.value : arg, cx);
    if (cx.statements.length > at) spillBefore(values, at, cx);
    if (arg.type !== 'Starred') values.push(value);
    else if (node.args.length > 1 && cx.unit.dialect === 3)
      values.push(b.spread(cx.op('starItems', [taken(value, cx)], node)));
    else {
      values.push(b.spread(cx.op('starArgs', [taken(value, cx), values[0]!], node)));
      if (!b.isStable(values[0]!)) fixCallee(values, cx, before);
    }
  }
  const pairs: b.Expression[] = [];
  for (const [i, keyword] of node.keywords.entries()) {
    const at = cx.statements.length;
    const value = lowerExpr(keyword.value, cx);
    if (cx.statements.length > at) {
      const all = [...values, ...pairs];
      spillBefore(all, at, cx);
      values.splice(0, values.length, ...all.slice(0, values.length));
      pairs.splice(0, pairs.length, ...all.slice(values.length));
    }
    pairs.push(keyword.arg === null ? b.nil() : b.literal(keyword.arg), value);
    if (atOnce[i]) pairs.splice(0, pairs.length, ...readTogether(values[0]!, pairs, node, cx));
  }
  const f = b.id(cx.scratch());
  const args = b.array(values.slice(1));
  const [callee] = values;
  const setup = callee!.type === 'Identifier' && callee!.name.startsWith('$') ? [] : [b.assign(f, callee!)];
  const target = setup.length === 0 ? callee! : f;
  if (tellsCalls(cx) && !(needsLocals(node, cx) && node.args.length < 2)) {
    const keywords = pairs.length === 0 ? b.nil() : b.array(pairs);
    return b.sequence(...setup, profiledCall(target, args, keywords, placeOfCall(node, cx), cx));
  }
  if (needsLocals(node, cx)) return b.sequence(...setup, withLocals(target, args, b.array(pairs), node, cx));
  if (cx.isThreaded) {
    const keywords = pairs.length === 0 ? b.nil() : b.array(pairs);
    return b.sequence(...setup, brought(cx.op('threadCall', [target, args, keywords], node), cx));
  }
  if (pairs.length === 0) return b.sequence(...setup, cx.op('call', [target, args], node));
  return b.sequence(...setup, cx.op('callKeywords', [target, args, b.array(pairs)], placeOfCall(node, cx)));
}

/** A method call without `*args` and `**kwargs` is where its name is. */
function placeOfCall(node: ast.Call, cx: FunctionContext): ast.Span {
  const isMethod = node.func.type === 'Attribute' && node.args.every((arg) => arg.type !== 'Starred');
  return isMethod && node.keywords.every(({ arg }) => arg !== null) ? fromName(node.func, node, cx) : node;
}

/** Puts the callee into a temporary by a statement before everything else, so that messages can name it. */
function fixCallee(values: b.Expression[], cx: FunctionContext, at: number): void {
  const name = cx.scratch();
  const callee = values[0]!;
  cx.statements.splice(at, 0, b.statement(b.assign(b.id(name), callee)));
  values[0] = b.id(name);
  const star = values.at(-1) as unknown as { argument: b.Expression };
  star.argument = JSON.parse(JSON.stringify(star.argument), (_key, part) => part);
  replaceCallee(star.argument, callee, b.id(name));
}

/** Rewrites the callee inside of a `starArgs` call to the temporary that now holds it. */
function replaceCallee(expression: b.Expression, _callee: b.Expression, replacement: b.Expression): void {
  const call = (expression.type === 'SequenceExpression' ? expression.expressions.at(-1) : expression) as {
    arguments?: b.Expression[];
  };
  if (call?.arguments !== undefined) call.arguments[1] = replacement;
}

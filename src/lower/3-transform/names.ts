/** Reading, writing and deleting a variable. */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import { isBuiltinName } from './builtinNames.js';
import type { Variable } from '../1-scope/scope.js';
import type { FunctionContext } from './context.js';

/** The scope that a store or load in `cx` goes through when it stands directly in a class body. */
function inClassBody(name: string, cx: FunctionContext): boolean {
  if (cx.scope.kind !== 'class') return false;
  const use = cx.scope.uses.get(name);
  return use === undefined || !(use.global || use.nonlocal);
}

/** The variable's value; raises NameError or UnboundLocalError while it has none. */
export function loadName(name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  if (inClassBody(name, cx)) return loadInClass(name, node, cx);
  return loadOuter(name, node, cx);
}

function loadInClass(name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  const use = cx.scope.uses.get(name);
  const t = b.id(cx.scratch());
  const own = b.assign(t, b.call(b.member(b.id('$ns'), 'get'), [b.literal(name)]));
  const outer = loadOuter(name, node, cx);
  void use;
  return b.conditional(b.binary('!==', own, b.undef()), t, outer);
}

function loadOuter(name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  const variable = cx.scope.kind === 'class' && cx.scope.variables.has(name) ? null : cx.variable(name);
  if (variable === null || (variable.scope.kind === 'class' && variable.name !== '__class__'))
    return loadGlobal(name, node, cx);
  return loadVariable(variable, name, node, cx);
}

function loadVariable(variable: Variable, name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  if (cx.numbers.duals.has(variable)) return loadDual(variable, name, node, cx);
  const js = b.id(variable.jsName);
  const value = variable.captured ? b.member(js, 'v') : js;
  if (cx.bound.has(variable) && !variable.deleted) return value;
  const own = variable.scope.frame === cx.frame && variable.scope.kind !== 'class' && !isOuterIn2(variable, cx);
  const missing = b.sequence(cx.at(node), b.call(cx.helper(own ? 'unboundLocal' : 'unboundFree'), [b.literal(name)]));
  if (!variable.captured) return b.conditional(b.binary('!==', value, b.undef()), value, missing);
  const t = b.id(cx.scratch());
  return b.conditional(b.binary('!==', b.assign(t, value), b.undef()), t, missing);
}

/** In Python 2 a comprehension that is no list's is a function of its own. */
const isOuterIn2 = (variable: Variable, cx: FunctionContext): boolean =>
  cx.unit.dialect === 2 && cx.scope.kind === 'comprehension' && variable.scope !== cx.scope;

/** Whether Python 2 reads globals here as functions do: comprehensions that are no list's are such. */
const isInFunction2 = ({ unit, scope }: FunctionContext): boolean =>
  unit.dialect === 2 &&
  (scope.kind === 'function' || (scope.kind === 'comprehension' && scope.node.type !== 'ListComp'));

/** A dual's Python value: its double gets a box. */
function loadDual(variable: Variable, name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  const dual = dualParts(variable, name, node, cx);
  const value = b.conditional(b.isUndefined(dual.value), b.construct(cx.helper('PyFloat'), [dual.raw]), dual.value);
  return b.sequence(...dual.check, value);
}

export interface Dual {
  readonly value: b.Expression;
  readonly raw: b.Expression;
  /** Raises when the variable has no value yet. */
  readonly check: b.Expression[];
}

function dualParts(variable: Variable, name: string, node: ast.Span, cx: FunctionContext): Dual {
  const value = b.id(variable.jsName);
  const raw = b.id(`${variable.jsName}$f`);
  if (cx.bound.has(variable)) return { value, raw, check: [] };
  const missing = b.sequence(cx.at(node), b.call(cx.helper('unboundLocal'), [b.literal(name)]));
  return { value, raw, check: [b.conditional(b.binary('===', value, cx.helper('unbound')), missing, b.nil())] };
}

/** The two JavaScript variables of a local variable that is kept so, or null. */
export function dualOf(name: string, node: ast.Span, cx: FunctionContext): Dual | null {
  if (inClassBody(name, cx)) return null;
  const variable = cx.variable(name);
  return variable !== null && cx.numbers.duals.has(variable) ? dualParts(variable, name, node, cx) : null;
}

/** A variable that the text gives nothing but ints. */
export function isIntVariable(name: string, cx: FunctionContext): boolean {
  if (inClassBody(name, cx)) return false;
  const variable = cx.variable(name);
  return variable === null ? cx.unit.intGlobals.has(name) : cx.numbers.ints.has(variable);
}

/** The same as a target of assignments: the variable is bound from now on. */
export function dualTarget(name: string, cx: FunctionContext): Dual | null {
  if (inClassBody(name, cx)) return null;
  const variable = cx.variable(name);
  if (variable === null || !cx.numbers.duals.has(variable)) return null;
  cx.bound.add(variable);
  return { value: b.id(variable.jsName), raw: b.id(`${variable.jsName}$f`), check: [] };
}

/** The variable that holds what `exec` in a Python 2 function has added to its locals. */
export const EXEC_LOCALS = '$execLocals';

function loadGlobal(name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  const value = loadPlainGlobal(name, node, cx);
  if (!cx.frame.hasExec || cx.frame.kind !== 'function' || cx.unit.dialect !== 2) return value;
  cx.locals.add(EXEC_LOCALS);
  const t = b.id(cx.scratch());
  const space = b.id(EXEC_LOCALS);
  const added = b.assign(t, b.call(b.member(space, 'get'), [b.literal(name)]));
  const isAdded = b.and(b.binary('!==', space, b.undef()), b.binary('!==', added, b.undef()));
  return b.conditional(isAdded, t, value);
}

function loadPlainGlobal(name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  const { unit } = cx;
  if (unit.globalsMode === 'dict')
    return cx.op(isNameOfText(name, cx) ? 'loadName' : globalLoader(name, cx), [b.id('$u'), b.literal(name)], node);
  const variable = unit.globalVariable(name);
  if (variable !== undefined) {
    return b.conditional(
      b.binary('!==', variable, b.undef()),
      variable,
      cx.op(globalLoader(name, cx), [b.id('$u'), b.literal(name)], node),
    );
  }
  const value = b.member(b.id('$N'), `$${name}`);
  if (isBuiltinName(name, unit.dialect)) return value;
  const t = b.id(cx.scratch());
  const missing = cx.op(globalLoader(name, cx), [b.id('$u'), b.literal(name), ...uncertainLocals(name, cx)], node);
  return b.conditional(b.binary('!==', b.assign(t, value), b.undef()), t, missing);
}

/**
 * For the suggestion that Python 3 makes about a name that nothing in the text binds: local variables that may be like it and
 * that may have no value, each name followed by the value.
 */
function uncertainLocals(name: string, cx: FunctionContext): b.Expression[] {
  if (cx.unit.dialect === 2 || cx.scope.kind !== 'function') return [];
  const all = [...cx.scope.variables.values()].filter(
    (v) => !(cx.bound.has(v) && !v.deleted) && !cx.numbers.duals.has(v) && hasLikeLength(v.name, name),
  );
  if (all.length === 0) return [];
  const value = ({ captured, jsName }: Variable) => (captured ? b.member(b.id(jsName), 'v') : b.id(jsName));
  return [b.array(all.flatMap((v) => [b.literal(v.name), value(v)]))];
}

/** Whether one name can come of the other by changing at most a third of the letters. */
const hasLikeLength = (a: string, b: string): boolean => 3 * Math.abs(a.length - b.length) <= a.length + b.length + 3;

/** Python 2's message says of a name in a function that it is a global one. */
const globalLoader = (name: string, cx: FunctionContext): 'loadGlobal' | 'loadGlobalInFunction2' =>
  isInFunction2(cx) && !isLookedForByName(name, cx) ? 'loadGlobalInFunction2' : 'loadGlobal';

const isLookedForByName = (name: string, { scope, frame }: FunctionContext): boolean =>
  scope.kind === 'function' && frame.looksByName && scope.uses.get(name)?.global !== true;

/**
 * Whether the variable `x` holds a plain float, after taking `value` where that is given. An instance of a subclass stays
 * in its box: its class may have operators of its own. (A look at a property of the class and at nothing else: where V8
 * knows the hidden class, it needs neither the look nor the box for the result of a function that it has put in.)
 */
export function isPlainFloat(x: b.Expression, value?: b.Expression): b.Expression {
  const isObject = b.binary(
    '!==',
    b.unary('typeof', value === undefined ? x : b.assign(x, value)),
    b.literal('number'),
  );
  return b.and(isObject, b.binary('===', b.optionalMember(x, 'float$'), b.literal(true)));
}

/**
 * Ends what a raw double's variable held. Without it the old value would count as used where only some of the ways from
 * there assign it anew, and code that V8 enters in the middle of a loop would box it on each turn.
 */
export const forgetRaw = (raw: b.Expression): b.Expression => b.assign(raw, b.literal(0));

/** An assignment; `value` must not need the old value of the variable afterwards. */
export function storeName(name: string, value: b.Expression, cx: FunctionContext): b.Expression {
  if (inClassBody(name, cx)) return b.call(b.member(b.id('$ns'), 'set'), [b.literal(name), value]);
  const variable = cx.variable(name);
  if (variable === null) return storeGlobal(name, value, cx);
  cx.bound.add(variable);
  if (cx.numbers.duals.has(variable)) {
    const x = b.id(variable.jsName);
    const open = b.sequence(b.assign(b.id(`${variable.jsName}$f`), b.member(x, 'v')), b.assign(x, b.undef()));
    return b.conditional(isPlainFloat(x, value), open, forgetRaw(b.id(`${variable.jsName}$f`)));
  }
  return b.assign(variable.captured ? b.member(b.id(variable.jsName), 'v') : b.id(variable.jsName), value);
}

function storeGlobal(name: string, value: b.Expression, cx: FunctionContext): b.Expression {
  const variable = cx.unit.globalVariable(name);
  if (variable !== undefined) return b.assign(variable, value);
  return b.call(cx.helper(isNameOfText(name, cx) ? 'storeName' : 'storeGlobal'), [b.id('$u'), b.literal(name), value]);
}

/** A name of what `exec` was given that no `global` statement sends elsewhere: the locals are asked first. */
function isNameOfText(name: string, cx: FunctionContext): boolean {
  return cx.frame.kind === 'module' && !cx.frame.explicitGlobals.has(name);
}

/** `del name`. */
export function deleteName(name: string, node: ast.Span, cx: FunctionContext): b.Expression {
  if (inClassBody(name, cx)) return cx.op('deleteClassName', [b.id('$ns'), b.literal(name)], node);
  const variable = cx.variable(name);
  if (variable === null) {
    const js = cx.unit.globalVariable(name);
    if (js === undefined)
      return cx.op(isNameOfText(name, cx) ? 'deleteName' : 'deleteGlobal', [b.id('$u'), b.literal(name)], node);
    return b.sequence(cx.op('checkGlobal', [js, b.literal(name)], node), b.assign(js, b.undef()));
  }
  const place = variable.captured ? b.member(b.id(variable.jsName), 'v') : b.id(variable.jsName);
  cx.bound.delete(variable);
  const own = variable.scope.frame === cx.frame;
  const check = b.conditional(
    b.binary('===', place, b.undef()),
    b.sequence(cx.at(node), b.call(cx.helper(own ? 'unboundLocal' : 'unboundFree'), [b.literal(name)])),
    b.nil(),
  );
  return b.sequence(check, b.assign(place, b.undef()));
}

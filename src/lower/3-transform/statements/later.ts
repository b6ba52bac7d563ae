/**
 * Definitions of a library module that are made when somebody asks for the name: classes above all, which take longest of what such a
 * module does when it is imported, and of which most programs need few. The runtime decides whether they may wait (helpers/later.ts).
 *
 * The module must say so (`LowerOptions.definesLater`): that what it defines shows nothing when it is defined. Left as they are: names that
 * are bound more than once (but for a class that stands in for one that is imported), and what is defined with one of those.
 */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import { FunctionContext } from '../context.js';

/** Functions whose result is the same whenever they are called with the same. */
const PURE: ReadonlySet<string> = new Set([
  '_alias',
  'collections.namedtuple',
  'namedtuple',
  're.compile',
  '_re.compile',
]);
/** Decorators of classes that do nothing to the module, as `global_enum` does. */
const PURE_CLASS_DECORATORS: ReadonlySet<string> = new Set([
  '_simple_enum',
  'dataclass',
  'dataclasses.dataclass',
  'functools.total_ordering',
  'runtime_checkable',
  'total_ordering',
]);
/** Decorators of functions of which the same is true. */
const PURE_DECORATORS: ReadonlySet<string> = new Set([
  '_LiteralSpecialForm',
  '_SpecialForm',
  '_TypedCacheSpecialForm',
  '_tp_cache',
  'contextlib.contextmanager',
  'contextmanager',
  'functools.cache',
  'functools.lru_cache',
]);

/** The name that a statement of a module defines, if that can wait; else null. */
export function definedLater(node: ast.Stmt, cx: FunctionContext): string | null {
  const { unit } = cx;
  if (!mayWait(cx)) return null;
  const { node: module } = unit.scopes.root;
  if (module.type !== 'Module' || !module.body.includes(node as never)) return null;
  const name = definition(node);
  if (name === null || !usesSettled(node, cx)) return null;
  return unit.bindings().once.has(name) || unit.bindings().replaced.has(name) ? name : null;
}

const mayWait = ({ unit: { options }, frame }: FunctionContext): boolean =>
  options.definesLater && options.threaded === null && frame.kind === 'module';

function definition(node: ast.Stmt): string | null {
  if (node.type === 'ClassDef' || node.type === 'FunctionDef') {
    const { decorator_list, type_params, name } = node;
    const pure = node.type === 'ClassDef' ? PURE_CLASS_DECORATORS : PURE_DECORATORS;
    const isPure = decorator_list.every((each) => pure.has(dotted(each.type === 'Call' ? each.func : each)));
    const isWorthIt = node.type === 'ClassDef' || decorator_list.length > 0;
    return isPure && isWorthIt && type_params.length === 0 ? name : null;
  }
  if (node.type !== 'Assign' || node.targets.length !== 1) return null;
  const [target] = node.targets;
  const { value } = node;
  return target!.type === 'Name' && value.type === 'Call' && PURE.has(dotted(value.func)) ? target!.id : null;
}

function dotted(node: ast.Expr): string {
  if (node.type === 'Name') return node.id;
  return node.type === 'Attribute' ? `${dotted(node.value)}.${node.attr}` : '';
}

/** Whether all names of the module that a definition needs mean the same whenever it is made. What its functions do comes later anyway. */
function usesSettled(node: object, cx: FunctionContext): boolean {
  if ('type' in node && (node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef')) {
    const { decorator_list, args, returns } = node as ast.FunctionDef;
    return [decorator_list, args, returns].every((part) => part === null || usesSettled(part, cx));
  }
  if ('type' in node && node.type === 'Name') {
    const { id } = node as ast.Name;
    return !cx.unit.isGlobal(id) || cx.unit.bindings().once.has(id);
  }
  return Object.values(node).every((part) => part === null || typeof part !== 'object' || usesSettled(part, cx));
}

/** `define` emits the statement, which stores the value under `name`. */
export function emitLater(name: string, cx: FunctionContext, define: (inner: FunctionContext) => void): void {
  const make = thunk(cx, define, cx.unit.globalVariable(name)!);
  cx.emit(b.statement(b.call(cx.helper('later'), [b.id('$u'), b.literal(name), make])));
}

/** The module in `module.Class.register(name)`, which may wait for that module; else null. */
export function registeredWith(node: ast.Stmt, cx: FunctionContext): b.Expression | null {
  if (!mayWait(cx) || node.type !== 'Expr' || node.value.type !== 'Call') return null;
  const { func, args, keywords } = node.value;
  if (func.type !== 'Attribute' || func.attr !== 'register' || func.value.type !== 'Attribute') return null;
  const module = func.value.value;
  if (module.type !== 'Name' || keywords.length > 0 || !args.every((arg) => arg.type === 'Name')) return null;
  return cx.unit.bindings().once.has(module.id) ? (cx.unit.globalVariable(module.id) ?? null) : null;
}

/** `call` emits the statement, which runs once the module has run. */
export function emitRegistration(
  module: b.Expression,
  cx: FunctionContext,
  call: (inner: FunctionContext) => void,
): void {
  cx.emit(b.statement(b.call(cx.helper('onceRun'), [b.id('$u'), module, thunk(cx, call, b.nil())])));
}

/** A function in the module's name, with variables of its own. */
function thunk(cx: FunctionContext, emit: (inner: FunctionContext) => void, result: b.Expression): b.Expression {
  const inner = new FunctionContext(cx.unit, cx.frame, null, cx.index);
  const body = inner.collect(() => inner.withTemps(() => emit(inner)));
  const names = [...inner.temps, ...inner.locals].map((n): [string, null] => [n, null]);
  const doubles = inner.doubles.map((n): [string, b.Expression] => [n, b.literal(0)]);
  const declarations = [b.declare('let', ['$l', b.literal(0)], ...names, ...doubles)];
  return b.func('module$', [], [...declarations, ...body, b.ret(result)]);
}

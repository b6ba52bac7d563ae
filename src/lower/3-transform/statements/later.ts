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
  '_CallableType',
  '_DeprecatedGenericAlias',
  '_TupleType',
  '_alias',
  '_re.compile',
  'collections.namedtuple',
  'namedtuple',
  'os.path.normcase',
  're.compile',
  'type.__new__',
]);
/** Classes whose new objects are like any other, and known to nobody. */
const EMPTY: ReadonlySet<string> = new Set([
  'RLock',
  'StrFormatter',
  'WeakSet',
  'threading.Lock',
  'threading.RLock',
  'weakref.WeakKeyDictionary',
  'weakref.WeakSet',
  'weakref.WeakValueDictionary',
]);
/** Built-in types whose objects are made, and asked for their type, without anybody noticing. */
const BUILTIN_TYPES: ReadonlySet<string> = new Set(
  'bytearray bytes dict frozenset int list range reversed set str tuple type zip'.split(' '),
);
const DICT_VIEWS: ReadonlySet<string> = new Set(['items', 'keys', 'values']);
/** What makes a logger, which is then among those that there are. */
const LOGGER = 'logging.getLogger';
/** What a module knows of itself before it runs. */
const GIVEN: ReadonlySet<string> = new Set(['__file__', '__name__', '__package__']);
/** Decorators of classes that do nothing to the module, as `global_enum` does. */
const PURE_CLASS_DECORATORS: ReadonlySet<string> = new Set([
  '_simple_enum',
  'dataclass',
  'dataclasses.dataclass',
  'final',
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

/** What waits. */
export interface LaterDefinition {
  readonly name: string;
  /** The module that keeps account of what it makes, if there is one. */
  readonly keptBy: string | null;
}

/** What a statement of a module defines, if that can wait; else null. */
export function definedLater(node: ast.Stmt, cx: FunctionContext): LaterDefinition | null {
  const { unit } = cx;
  if (!mayWait(cx)) return null;
  const { node: module } = unit.scopes.root;
  if (module.type !== 'Module' || !isAmong(module.body, (each) => each === node)) return null;
  const found = definition(node);
  if (found === null || !usesSettled(node, cx)) return null;
  return unit.bindings().once.has(found.name) || unit.bindings().replaced.has(found.name) ? found : null;
}

/** Whether there is such a statement among these, or in a branch among them. */
const isAmong = (body: readonly ast.Stmt[], test: (node: ast.Stmt) => boolean): boolean =>
  body.some((each) => test(each) || (each.type === 'If' && (isAmong(each.body, test) || isAmong(each.orelse, test))));

const mayWait = ({ unit: { options }, frame }: FunctionContext): boolean =>
  options.definesLater && options.threaded === null && frame.kind === 'module';

function definition(node: ast.Stmt): LaterDefinition | null {
  if (node.type === 'ClassDef' || node.type === 'FunctionDef') {
    const { decorator_list, name } = node;
    const pure = node.type === 'ClassDef' ? PURE_CLASS_DECORATORS : PURE_DECORATORS;
    const isPure = decorator_list.every((each) => pure.has(dotted(each.type === 'Call' ? each.func : each)));
    const isWorthIt = node.type === 'ClassDef' || decorator_list.length > 0;
    return isPure && isWorthIt ? { name, keptBy: null } : null;
  }
  if (node.type !== 'Assign' || node.targets.length !== 1) return null;
  const [target] = node.targets;
  const { value } = node;
  if (target!.type !== 'Name' || value.type !== 'Call') return null;
  const called = dotted(value.func);
  const isEmpty = EMPTY.has(called) && value.args.length + value.keywords.length === 0;
  if (called === LOGGER) return { name: target!.id, keptBy: 'logging' };
  if (called === 'type' && value.args.length === 1 && isPlainValue(value)) return { name: target!.id, keptBy: null };
  return PURE.has(called) || isEmpty ? { name: target!.id, keptBy: null } : null;
}

/**
 * Whether an expression shows nothing and comes to the same whenever it is evaluated: it is made of constants, functions, and what built-in
 * types have. (That the names are not the module's own is looked at elsewhere: `usesSettled`.)
 */
function isPlainValue(node: ast.Expr): boolean {
  switch (node.type) {
    case 'Constant':
    case 'Lambda':
      return true;
    case 'Name':
      return BUILTIN_TYPES.has(node.id);
    case 'Tuple':
    case 'List':
      return node.elts.every(isPlainValue);
    case 'Dict':
      return node.keys.length === 0;
    case 'BinOp':
      return node.left.type === 'Constant' && node.right.type === 'Constant';
    case 'Subscript':
      return isPlainValue(node.value) && isPlainValue(node.slice);
    case 'Attribute':
      return node.attr === '__dict__' && isPlainValue(node.value);
    case 'Call':
      return node.keywords.length === 0 && isPlainFunction(node.func) && node.args.every(isPlainValue);
    default:
      return false;
  }
}

function isPlainFunction(node: ast.Expr): boolean {
  if (node.type === 'Attribute')
    return DICT_VIEWS.has(node.attr) && node.value.type === 'Dict' && isPlainValue(node.value);
  // Calling a generator function runs nothing of it.
  if (node.type === 'Lambda') return node.body.type === 'Yield';
  return node.type === 'Name' && (node.id === 'iter' || BUILTIN_TYPES.has(node.id));
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
    return !cx.unit.isGlobal(id) || GIVEN.has(id) || cx.unit.bindings().once.has(id);
  }
  return Object.values(node).every((part) => part === null || typeof part !== 'object' || usesSettled(part, cx));
}

/** `define` emits the statement, which stores the value under the name. */
export function emitLater(
  { name, keptBy }: LaterDefinition,
  cx: FunctionContext,
  define: (inner: FunctionContext) => void,
): void {
  const make = thunk(cx, (inner) => {
    define(inner);
    return cx.unit.globalVariable(name)!;
  });
  const args = [b.id('$u'), b.literal(name), make, ...(keptBy === null ? [] : [b.literal(keptBy)])];
  cx.emit(b.statement(b.call(cx.helper('later'), args)));
}

/** The annotations of a function of the module, if they can wait until somebody asks for them; else null. */
export function annotatedLater(
  annotations: readonly ast.Expr[],
  cx: FunctionContext,
  pairs: (inner: FunctionContext) => b.Expression[],
): b.Expression | null {
  if (!mayWait(cx) || cx.unit.options.futureAnnotations || !annotations.some((each) => isWork(each, cx))) return null;
  if (!annotations.every((each) => usesSettled(each, cx))) return null;
  return b.call(cx.helper('annotatedLater'), [b.id('$u'), thunk(cx, (inner) => b.array(pairs(inner)))]);
}

const isWork = (node: ast.Expr, cx: FunctionContext): boolean =>
  node.type !== 'Constant' && !(node.type === 'Name' && !cx.unit.isGlobal(node.id));

/** The module in `module.Class.register(name)`, which may wait for that module; else null. */
export function registeredWith(node: ast.Stmt, cx: FunctionContext): b.Expression | null {
  if (!mayWait(cx) || node.type !== 'Expr' || node.value.type !== 'Call') return null;
  const { func, args, keywords } = node.value;
  if (func.type !== 'Attribute' || func.attr !== 'register' || func.value.type !== 'Attribute') return null;
  const module = func.value.value;
  if (module.type !== 'Name' || keywords.length > 0 || !args.every((arg) => arg.type === 'Name')) return null;
  return cx.unit.bindings().once.has(module.id) ? (cx.unit.globalVariable(module.id) ?? null) : null;
}

/** What a statement only completes or puts on a list, so that it need not come before that is asked for; else null. */
export function begunWith(node: ast.Stmt, cx: FunctionContext): string | null {
  if (!mayWait(cx) || !usesSettled(node, cx)) return null;
  const begun = node.type === 'Assign' ? describedBy(node) : node.type === 'Expr' ? usedBy(node.value) : null;
  return begun?.type === 'Name' && cx.unit.bindings().once.has(begun.id) && isOwn(begun.id, cx) ? begun.id : null;
}

/** Whether the module defines the name itself: what it imports others have too. */
function isOwn(name: string, cx: FunctionContext): boolean {
  const { node } = cx.unit.scopes.root;
  return node.type === 'Module' && isAmong(node.body, (each) => definition(each)?.name === name);
}

/** `thing` of `thing.attribute = 'constant'`. */
function describedBy({ targets, value }: ast.Assign): ast.Expr | null {
  const [target] = targets;
  return targets.length === 1 && target!.type === 'Attribute' && value.type === 'Constant' ? target!.value : null;
}

/** `Class` of `Class.__init_subclass__()` and of `Class.register(name)`, and `thing` of `names.append(thing.attribute)`. */
function usedBy(node: ast.Expr): ast.Expr | null {
  if (node.type !== 'Call' || node.func.type !== 'Attribute' || node.keywords.length > 0) return null;
  const { func, args } = node;
  if (func.attr === '__init_subclass__' && args.length === 0) return func.value;
  const [arg] = args;
  if (func.attr === 'register' && args.length === 1 && arg!.type === 'Name') return func.value;
  return func.attr === 'append' && args.length === 1 && arg!.type === 'Attribute' ? arg!.value : null;
}

/** `call` emits the statement, which runs as soon as the value of the name has been made. */
export function emitBegun(name: string, cx: FunctionContext, call: (inner: FunctionContext) => void): void {
  const run = thunk(cx, (inner) => {
    call(inner);
    return b.nil();
  });
  cx.emit(b.statement(b.call(cx.helper('onceMade'), [b.id('$u'), b.literal(name), run])));
}

/** `call` emits the statement, which runs once the module has run. */
export function emitRegistration(
  module: b.Expression,
  cx: FunctionContext,
  call: (inner: FunctionContext) => void,
): void {
  const run = thunk(cx, (inner) => {
    call(inner);
    return b.nil();
  });
  cx.emit(b.statement(b.call(cx.helper('onceRun'), [b.id('$u'), module, run])));
}

/** A function in the module's name, with variables of its own. @param emit gives what it returns. */
function thunk(cx: FunctionContext, emit: (inner: FunctionContext) => b.Expression): b.Expression {
  const inner = new FunctionContext(cx.unit, cx.frame, null, cx.index);
  const body = inner.collect(() => inner.withTemps(() => inner.emit(b.ret(emit(inner)))));
  const names = [...inner.temps, ...inner.locals].map((n): [string, null] => [n, null]);
  const doubles = inner.doubles.map((n): [string, b.Expression] => [n, b.literal(0)]);
  const declarations = [b.declare('let', ['$l', b.literal(0)], ...names, ...doubles)];
  return b.func('module$', [], [...declarations, ...body]);
}

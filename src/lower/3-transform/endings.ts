/**
 * Places where a program lets go of something whose end it could notice (`__del__`, the `finally` of a generator, weak references).
 * There the runtime looks for what has ended, if the process has any such object: see runtime/object/endings.ts.
 */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext, Iteration } from './context.js';

const endings = (): b.Expression => b.member(b.id('$rt'), 'endings');
const hasEndings = (): b.Expression => b.binary('!==', endings(), b.nil());
const look = (): b.Expression => b.call(b.member(endings(), 'lookAfter'), [b.id('$u')]);

/** Statements after which temporaries are emptied: JavaScript's variables would keep alive what Python's do not. */
const EMPTYING: ReadonlySet<string> = new Set(['Expr', 'Assign', 'AnnAssign', 'Delete', 'For', 'With']);

/** What follows a statement. */
export function afterStatement(node: ast.Stmt, cx: FunctionContext): void {
  const isDelete = node.type === 'Delete' && node.targets.some(({ type }) => type === 'Name');
  if (!isDelete && !isNoticed(cx)) {
    if (cx.unit.forgets && (isCall(node) || isEmptied(node))) cx.letGo();
    return;
  }
  if (EMPTYING.has(node.type)) cx.letGo();
  if (isDelete || letsGo(node, cx)) cx.emit(b.statement(b.and(hasEndings(), look())));
}

const isCall = (node: ast.Stmt): boolean =>
  (node.type === 'Expr' || node.type === 'Assign') && node.value.type === 'Call';

function isNoticed(cx: FunctionContext): boolean {
  const where = cx.unit.noticesEndings;
  return where === 'everywhere' || (where === 'in the module' && isModuleLevel(cx));
}

const isModuleLevel = (cx: FunctionContext): boolean => cx.frame.kind === 'module' && cx.loops.length === 0;

/** `del …`, `x = None`, and a module's own statements that call something or end a loop. */
function letsGo(node: ast.Stmt, cx: FunctionContext): boolean {
  if (node.type === 'Delete') return true;
  if (isEmptied(node)) return true;
  if (!isModuleLevel(cx) || cx.unit.noticesEndings !== 'everywhere') return false;
  if (node.type !== 'Assign' && node.type !== 'Expr') return node.type === 'For';
  const { value } = node;
  return value.type === 'Call' && !isPlainPrint(value);
}

/** Before it prints something it is looked anyway. */
const isPlainPrint = ({ func, args }: ast.Call): boolean =>
  func.type === 'Name' && func.id === 'print' && !args.some(({ type }) => type === 'Call');

const isEmptied = (node: ast.Stmt): boolean => node.type === 'Assign' && isNone(node.value);

const isNone = (node: ast.Expr): boolean =>
  node.type === 'Constant' ? node.value.kind === 'None' : node.type === 'Name' && node.id === 'None';

/** Before `break` or `return` leaves a loop: a generator that nobody else has ends with it. */
export function leaveIterator({ iterator, iterable, isAsync }: Iteration, cx: FunctionContext): b.Statement {
  if (isAsync) return b.statement(b.call(cx.helper('leaveAsyncIterator'), [b.id(iterator), makerOf(iterable, cx)]));
  const left = b.call(cx.helper('leaveIterator'), [b.id(iterator), makerOf(iterable, cx)]);
  return b.statement(b.and(hasEndings(), left));
}

/** The function, or the object and the name of the method, that a loop's iterable came from: what it makes anew nobody else has. */
function makerOf(iterable: ast.Expr, cx: FunctionContext): b.Expression {
  if (iterable.type !== 'Call') return b.nil();
  const { func } = iterable;
  if (func.type === 'Name') return variable(func, cx) ?? b.nil();
  if (func.type !== 'Attribute' || func.value.type !== 'Name') return b.nil();
  const object = variable(func.value, cx);
  return object === null ? b.nil() : b.array([object, b.literal(cx.mangled(func.attr))]);
}

/** A variable as it is, bound or not. */
function variable(node: ast.Name, cx: FunctionContext): b.Expression | null {
  const name = cx.mangled(node.id);
  const found = cx.variable(name);
  if (found === null) return cx.unit.globalVariable(name) ?? null;
  if (cx.numbers.duals.has(found)) return null;
  return found.captured ? b.member(b.id(found.jsName), 'v') : b.id(found.jsName);
}

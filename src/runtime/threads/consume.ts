/** Using up, in a thread, an iterator whose values the thread may have to wait for. */
import type { Py } from '../object/object.js';
import { iter } from '../object/iterate.js';
import { truthy } from '../object/truth.js';
import { PyList } from '../object/values.js';
import { hasThreadForm, type Thread, type ThreadIterable } from './generators.js';

/** Built-in functions and types that use up at once the iterators that they are given. */
const EAGER: ReadonlySet<string> = new Set([
  'list',
  'tuple',
  'set',
  'frozenset',
  'dict',
  'bytes',
  'bytearray',
  'array',
  'deque',
  'sorted',
  'sum',
  'min',
  'max',
  'fsum',
  'prod',
  'reduce',
  'join',
  'extend',
  'extendleft',
  'fromkeys',
  'update',
  'union',
  'intersection',
  'difference',
  'symmetric_difference',
]);

/** Whether a call of this built-in function or type uses up one of its arguments, for which a thread may have to wait. */
export function usesUp(name: string, args: readonly Py[]): boolean {
  if (!EAGER.has(name) || !args.some(hasThreadForm)) return false;
  // Of several values these compare the values themselves.
  return args.length === 1 || (name !== 'min' && name !== 'max');
}

/** The arguments, with lists for iterators. */
export function* collected(args: readonly Py[]): Generator<undefined, Py[], undefined> {
  const result: Py[] = [];
  for (const arg of args) result.push(hasThreadForm(arg) ? new PyList(yield* take(arg, Infinity)) : arg);
  return result;
}

/** What `*value` or an assignment to several targets goes over: the same, or an iterator over at most `count` of its values. */
export function* threadTaken(value: Py, count = Infinity): Thread {
  return hasThreadForm(value) ? iter(new PyList(yield* take(value, count))) : value;
}

/** `any` (wanted is true) and `all` (false): whether, or that no, value has that truth. */
export function* seekInThread(iterator: ThreadIterable, wanted: boolean): Thread {
  for (let item: Py; (item = yield* iterator.nextInThread()) !== undefined; )
    if (truthy(item) === wanted) return wanted;
  return !wanted;
}

function* take(iterator: ThreadIterable, count: number): Generator<undefined, Py[], undefined> {
  const items: Py[] = [];
  for (let item: Py; items.length < count && (item = yield* iterator.nextInThread()) !== undefined; ) items.push(item);
  return items;
}

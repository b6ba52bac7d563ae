/** `Pool.map` and its relatives: an iterable cut into tasks. */
import { iteratorMembers } from '../../builtins/iterator.js';
import { rt } from '../../object/context.js';
import { AssertionError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { asIterator, iter, toArray } from '../../object/iterate.js';
import { asSize } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { builtinType } from '../../object/type.js';
import { PyList, PyTuple } from '../../object/values.js';
import { stepsMethod } from '../../threads/steps.js';
import type { PyPool } from './pool.js';
import { newImapIterator, PyChunkIterator } from './poolIterators.js';
import { TaskKind } from './poolMessages.js';
import { mapResultType, type PyMapResult, result, resultSteps } from './poolResults.js';
import { member } from './support.js';

const MODULE = 'multiprocessing.pool';
const chunkIteratorType = builtinType({ name: 'generator', js: PyChunkIterator });
defineMembers(chunkIteratorType, () => iteratorMembers());

/** CPython's rule: four chunks for each worker. 0 asks for nothing: each result is None. */
function chunkSizeOf(self: PyPool, given: Py, length: number): number {
  if (length === 0) return 0;
  if (given !== undefined && given !== null) return Math.max(0, asSize(given));
  return Math.ceil(length / (self.size * 4));
}

type MapKind = typeof TaskKind.map | typeof TaskKind.starmap;

function mapAsync(
  self: PyPool,
  kind: MapKind | typeof TaskKind.apply,
  func: Py,
  iterable: Py,
  chunk: Py,
  callback: Py = null,
  errorCallback: Py = null,
  argsOf: (chunk: PyList) => Py = (list) => list,
): PyMapResult {
  self.checkRunning();
  const items = toArray(iterable);
  const size = chunkSizeOf(self, chunk, items.length);
  const job = new (mapResultType.ctor as typeof PyMapResult)(
    self,
    self.newJob(),
    size,
    items.length,
    callback,
    errorCallback,
  );
  if (size === 0) return job;
  self.addJob(job);
  for (let start = 0, index = 0; start < items.length; start += size, index++) {
    const args = argsOf(new PyList(size === 1 ? [items[start]] : items.slice(start, start + size)));
    self.submit(job, { job: job.number, index, kind, func, args, kwds: null });
  }
  return job;
}

export function mapNow(kind: MapKind) {
  const begin = (self: PyPool, func: Py, iterable: Py, chunk: Py): PyMapResult => {
    const job = mapAsync(self, kind, func, iterable, chunk);
    self.launch.first();
    return job;
  };
  return stepsMethod(
    '(func, iterable, chunksize=None)',
    (self: PyPool, func: Py, iterable: Py, chunk: Py) => resultSteps(begin(self, func, iterable, chunk)),
    (self: PyPool, func: Py, iterable: Py, chunk: Py) => result(begin(self, func, iterable, chunk)),
  );
}

export function mapLater(kind: MapKind, signature: string) {
  return method(signature, (self: PyPool, func: Py, iterable: Py, chunk: Py, callback: Py, errorCallback: Py) => {
    const job = mapAsync(self, kind, func, iterable, chunk, callback ?? null, errorCallback ?? null);
    self.launch.forWaiting();
    return job;
  });
}

export const MAP_BY = '(func, iterable, mapper, chunksize=None, callback=None, error_callback=None)';

/** `_map_async`, which subclasses call: `mapper` is called with the function and a chunk, and gives the list of its results. */
export function mapBy(self: PyPool, func: Py, items: Py, mapper: Py, chunk: Py, callback: Py, errorCallback: Py): Py {
  const later = [chunk, callback ?? null, errorCallback ?? null] as const;
  const own = (name: string): boolean => mapper === member(MODULE, name);
  const job =
    own('mapstar') || own('starmapstar')
      ? mapAsync(self, own('mapstar') ? TaskKind.map : TaskKind.starmap, func, items, ...later)
      : mapAsync(
          self,
          TaskKind.apply,
          mapper,
          items,
          ...later,
          (list) => new PyTuple([new PyTuple([func, new PyTuple(list.items)])]),
        );
  self.launch.forWaiting();
  return job;
}

export function imap(ordered: boolean) {
  return method('(func, iterable, chunksize=1)', (self: PyPool, func: Py, iterable: Py, chunk: Py) => {
    self.checkRunning();
    const size = chunk === undefined ? 1 : asSize(chunk);
    if (size < 1) throw rt.dialect === 2 ? AssertionError() : ValueError(`Chunksize must be 1+, not ${size}`);
    const items = lazyItems(iterable);
    const number = self.newJob();
    const job = newImapIterator(self, number, ordered, (index) => {
      const args = items(size);
      if (args.length === 0) return false;
      const task =
        size === 1 ? { kind: TaskKind.apply, args: new PyTuple(args) } : { kind: TaskKind.map, args: new PyList(args) };
      self.submit(job, { job: number, index, func, kwds: null, ...task });
      return true;
    });
    self.addJob(job);
    self.pump();
    self.launch.forWaiting();
    return size === 1 ? job : new (chunkIteratorType.ctor as typeof PyChunkIterator)(job);
  });
}

/** Takes some of an iterable's items at a time. An object that is no iterable says so when the first is taken, as in CPython. */
function lazyItems(iterable: Py): (count: number) => Py[] {
  let it: ReturnType<typeof asIterator> | null = null;
  return (count) => {
    it ??= asIterator(iter(iterable));
    const items: Py[] = [];
    for (let item: Py; items.length < count && (item = it.nx()) !== undefined; ) items.push(item);
    return items;
  };
}

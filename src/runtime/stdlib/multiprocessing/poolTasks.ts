/**
 * The tasks of a pool as programs put them there themselves, which add to `Pool` what it lacks (`istarmap`): batches of a job's items, and
 * the queue of jobs that have not been handed out to the workers.
 */
import { iteratorMembers } from '../../builtins/iterator.js';
import { getAttr } from '../../object/attributes.js';
import { call, callKw } from '../../object/call.js';
import { AttributeError, TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { asIterator, iter, toArray } from '../../object/iterate.js';
import { asSize } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyIterator } from '../../object/pyIterator.js';
import { PyDict } from '../../object/table.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyMethod, PyStaticMethod, PyTuple } from '../../object/values.js';
import { PyPool } from './pool.js';
import { imapIteratorType, imapUnorderedType, PyImapIterator } from './poolIterators.js';
import { TaskKind } from './poolMessages.js';
import { member } from './support.js';
import { threadPoolModule } from './threadPool.js';

/** A generator in CPython. */
class PyTasks extends PyIterator {
  constructor(readonly nx: () => Py) {
    super();
  }
}
const tasksType: PyType = builtinType({ name: 'generator', js: PyTasks });
defineMembers(tasksType, () => iteratorMembers());
const generator = (nx: () => Py): Py => new (tasksType.ctor as typeof PyTasks)(nx);

/** `Pool._get_tasks`: the function and some items at a time. */
export const getTasks = () =>
  new PyStaticMethod(
    fn('(func, it, size)', (func: Py, iterable: Py, size: Py) => {
      const it = asIterator(iter(iterable));
      const count = asSize(size);
      return generator(() => {
        const items: Py[] = [];
        for (let item: Py; items.length < count && (item = it.nx()) !== undefined; ) items.push(item);
        return items.length === 0 ? undefined : new PyTuple([func, new PyTuple(items)]);
      });
    }),
  );

/** `Pool._guarded_task_generation`: what the iterable raises is an outcome of the job, for which the job's own iterator sees. */
export const guardedTasks = () =>
  method('(result_job, func, iterable)', (_self: PyPool, job: Py, func: Py, iterable: Py) => {
    const it = asIterator(iter(iterable));
    let index = 0;
    return generator(() => {
      const item = it.nx();
      return item === undefined ? undefined : new PyTuple([job, index++, func, new PyTuple([item]), new PyDict()]);
    });
  });

export const mapstar = (builtins: string) =>
  fn('(args)', (args: Py) => {
    const [func, ...lists] = toArray(args);
    return new PyList(toArray(callKw(member(builtins, 'map'), [func, ...lists], null)));
  });

export const starmapstar = () =>
  fn('(args)', (args: Py) => {
    const [func, items] = toArray(args);
    return new PyList(toArray(items).map((item) => call(func, toArray(item))));
  });

/** `_taskqueue`: the tasks that no worker has taken. */
class PyTaskQueue extends PyObject {
  pool!: PyPool;
}
const taskQueueType = builtinType({ name: 'SimpleQueue', js: PyTaskQueue, module: '_queue' });
defineMembers(taskQueueType, () => ({
  qsize: method('()', ({ pool }: PyTaskQueue) => pool.waitingTasks()),
  empty: method('()', ({ pool }: PyTaskQueue) => pool.waitingTasks() === 0),
  put: method('(item, block=True, timeout=None)', ({ pool }: PyTaskQueue, item: Py) => {
    const [tasks, setLength] = toArray(item);
    const job = setLength instanceof PyMethod ? setLength.self : undefined;
    if (!(job instanceof PyImapIterator)) throw TypeError('a job is put with the _set_length of its IMapIterator');
    feedWith(pool, job, tasks);
    return null;
  }),
}));
export const taskQueue = (pool: PyPool): Py => Object.assign(new PyTaskQueue(), { pool });

/** Lets a job take its tasks from an iterable of `(job, index, function, arguments, keywords)`. */
function feedWith(pool: PyPool, job: PyImapIterator, tasks: Py): void {
  const it = asIterator(iter(tasks));
  job.begin((index) => {
    const task = it.nx();
    if (task === undefined) return false;
    const [, , func, args, kwds] = toArray(task);
    pool.submit(job, { job: job.number, index, kind: TaskKind.apply, func, args, kwds: kwds ?? null });
    return true;
  });
  pool.addJob(job);
  pool.pump();
  pool.launch.forWaiting();
}

/** `IMapIterator(pool)`; in Python 2 of the pool's `_cache`. */
function newIterator(cls: PyType, pool: Py): Py {
  const owner = (pool as { pool$?: PyPool }).pool$ ?? (pool as PyPool);
  if (!(owner instanceof PyPool)) throw AttributeError(`'${typeOf(pool).name}' object has no attribute '_cache'`);
  if (owner.options === undefined) return call(getAttr(threadPoolModule(), cls.name), [pool]);
  return new (cls.ctor as typeof PyImapIterator)(owner, owner.newJob(), !cls.mro.includes(imapUnorderedType), null);
}

defineMembers(imapIteratorType, () => ({
  __new__: new PyStaticMethod(fn('(cls, pool)', newIterator, '__new__')),
  _job: getter(({ number }: PyImapIterator) => number - 1),
  _set_length: method('(length)', (self: PyImapIterator, length: Py) => {
    self.end(asSize(length));
    return null;
  }),
}));

/**
 * `multiprocessing.pool.ThreadPool`: the library's own, in Python. Its methods are those of the library's `Pool`, which it has as its own
 * here; for the program it is a kind of the `Pool` of processes.
 */
import { getAttr, setAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { PyType, typeType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { libraryFile } from './libraryFile.js';

/** The library's file is loaded under another name than that of the module in TypeScript. */
const NAME = 'multiprocessing._threadpool';
/** What each class has of its own. */
const OF_THE_CLASS: ReadonlySet<string> = new Set(['__dict__', '__weakref__', '__doc__', '__module__']);

export function threadPoolModule(): Py {
  return libraryFile(NAME, 'multiprocessing/pool.py');
}

/** Something else that the library's file defines. */
export function ofThreadPool(poolType: PyType, name: string): Py {
  threadPool(poolType);
  return getAttr(threadPoolModule(), name);
}

export function threadPool(poolType: PyType): Py {
  const loaded = threadPoolModule();
  for (const value of Object.values(loaded)) {
    if (value instanceof PyType && value.isHeap && value.namespace.get('__module__') === NAME)
      setAttr(value, '__module__', poolType.moduleName);
  }
  const own: PyType = getAttr(loaded, 'ThreadPool');
  if (own.mro.includes(poolType)) return own;
  const members = new PyDict();
  for (const { namespace } of [own.mro[1]!, own])
    for (const [name, value] of namespace) if (!OF_THE_CLASS.has(name)) members.set(name, value);
  members.set('__module__', poolType.moduleName);
  const made = call(typeType.current, [own.name, new PyTuple([poolType]), members]);
  setAttr(loaded, 'ThreadPool', made);
  return made;
}

/**
 * `multiprocessing.pool.ThreadPool`: the library's own, in Python. Its methods are those of the library's `Pool`, which it has as its own
 * here; for the program it is a kind of the `Pool` of processes.
 */
import { whileRuns } from '../../import/load.js';
import { findAttr, getAttr, setAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { delAttr } from '../../object/deletion.js';
import { AssertionError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { PyType, typeType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { defaultContext } from './context.js';
import { libraryFile, nameBeside } from './libraryFile.js';

const MODULE = 'multiprocessing.pool';
/** What the file takes from the package, and Python 2's does not have: it is there while the file is loaded. */
const LENT = 'get_context';
/** What pools of Python 2 do not have. */
const ONLY_IN_3 = ['__repr__', '__enter__', '__exit__', '__del__', 'starmap', 'starmap_async'];
/** What each class has of its own. */
const OF_THE_CLASS: ReadonlySet<string> = new Set(['__dict__', '__weakref__', '__doc__', '__module__']);

export const threadPoolModule = (): Py => libraryFile(MODULE);

// A forked child may come to the file by another way than its parent.
whileRuns.current = (name, run) => {
  const mp = name === nameBeside(MODULE) ? rt.modules.get('multiprocessing') : undefined;
  if (mp === undefined || findAttr(mp, LENT) !== undefined) return run();
  setAttr(mp, LENT, getAttr(defaultContext(), LENT));
  try {
    run();
  } finally {
    delAttr(mp, LENT);
  }
};

/** Something else that the library's file defines. */
export function ofThreadPool(poolType: PyType, name: string): Py {
  threadPool(poolType);
  return getAttr(threadPoolModule(), name);
}

/** Python 2 asserts what Python 3 checks. */
function assertStates(members: PyDict): void {
  const check = (isWrong: (state: Py) => boolean) => (self: Py) => {
    if (isWrong(getAttr(self, '_state'))) throw AssertionError();
    return null;
  };
  const isRunning = (state: Py): boolean => state === 'RUN';
  members.set(
    '_check_running',
    method(
      '()',
      check((state) => !isRunning(state)),
      '_check_running',
    ),
  );
  const join = members.get('join');
  const checkJoin = check(isRunning);
  members.set(
    'join',
    method('()', (self: Py) => checkJoin(self) ?? call(join, [self]), 'join'),
  );
}

export function threadPool(poolType: PyType): Py {
  const loaded = threadPoolModule();
  const own: PyType = getAttr(loaded, 'ThreadPool');
  if (own.mro.includes(poolType)) return own;
  const members = new PyDict();
  for (const { namespace } of [own.mro[1]!, own])
    for (const [name, value] of namespace) if (!OF_THE_CLASS.has(name)) members.set(name, value);
  members.set('__module__', poolType.moduleName);
  if (rt.dialect === 2) {
    for (const name of ONLY_IN_3) members.delete(name);
    assertStates(members);
  }
  const made = call(typeType.current, [own.name, new PyTuple([poolType]), members]);
  setAttr(loaded, 'ThreadPool', made);
  return made;
}

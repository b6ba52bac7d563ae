/** Objects that cannot be in two processes: a forked child gets a stand-in, which says so when it is used. */
import { PyBaseException, RuntimeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { toArray } from '../object/iterate.js';
import { Resumable } from '../object/generator.js';
import { type Py, PyObject } from '../object/object.js';
import { builtinType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList } from '../object/values.js';
import { type Reduction, reductionOf } from '../pickle/reduction.js';
import type { Unit } from '../unit.js';
import { K } from './kinds.js';
import { libraryName } from './names.js';
import type { SnapshotContext } from './snapshot.js';

/** Callable, arguments, state, state setter, list items and dict items; or undefined where the object does not allow it. */
export function reduceForFork(o: Py): readonly Py[] | undefined {
  let reduction: Reduction | string;
  try {
    reduction = reductionOf(o, 4);
  } catch (error) {
    if (error instanceof PyBaseException) return undefined;
    throw error;
  }
  if (typeof reduction === 'string') return undefined;
  const { callable, args, state, listItems, dictItems, stateSetter } = reduction;
  // What the child does not find, it cannot call: Python 2 makes an empty object of anything that way.
  if (callable.builtin !== undefined && libraryName(callable) === undefined) return undefined;
  const items = (iterator: Py): Py => (iterator === null ? null : new PyList(toArray(iterator)));
  return [callable, args, state, stateSetter, items(listItems), items(dictItems)];
}

/** The stand-in of an object that stayed in the parent. */
export class PyRefused extends PyObject {
  constructor(readonly text: string) {
    super();
  }
}

const refusedType = builtinType({ name: 'object', js: PyRefused, subclassable: false });
refusedType.getattrHook = (self: PyRefused) => {
  throw RuntimeError(self.text);
};
const USES = [
  'iter',
  'next',
  'call',
  'len',
  'getitem',
  'setitem',
  'contains',
  'enter',
  'exit',
  'aiter',
  'anext',
  'await',
];

defineMembers(refusedType, () => {
  const refuseUse = () =>
    method('(*args, **kwargs)', (self: PyRefused) => {
      throw RuntimeError(self.text);
    });
  return Object.fromEntries([...USES.map((name) => [`__${name}__`, refuseUse()]), ['next', refuseUse()]]);
});

export function refuse(s: SnapshotContext, o: Py): void {
  s.out.u8(K.Refused);
  s.out.text(o instanceof PyRefused ? o.text : reasonFor(o));
}

function reasonFor(o: Py): string {
  if (!(o instanceof Resumable)) return `pymp: a '${typeOf(o).name}' object cannot be copied into a forked process`;
  const { code } = o.info;
  const { filename } = code.unit as Unit;
  const what = `${typeOf(o).name.replaceAll('_', ' ')} '${o.qualname ?? o.info.qualname ?? code.qualname}' (${filename}, line ${code.firstLine})`;
  return `pymp: ${what} has begun and cannot go on in a forked process: make it after the fork, or a list of its items before`;
}

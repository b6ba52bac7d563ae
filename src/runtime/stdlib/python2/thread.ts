/**
 * Python 2's `thread`: the names that it has of `_thread`.
 * Spec: https://docs.python.org/2.7/library/thread.html
 */
import { loadDotted } from '../../import/importFunction.js';
import { nameForLibrary } from '../../import/twins.js';
import { getAttr } from '../../object/attributes.js';
import type { Py } from '../../object/object.js';

const NAMES =
  'LockType _count _local allocate allocate_lock error exit exit_thread get_ident interrupt_main stack_size ' +
  'start_new start_new_thread';

export default (): Record<string, Py> => {
  const module = loadDotted(nameForLibrary('_thread'));
  const members: Record<string, Py> = {};
  for (const name of NAMES.split(' ')) members[name] = getAttr(module, name);
  return members;
};

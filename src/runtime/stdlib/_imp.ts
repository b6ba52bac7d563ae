/** `_imp`: nothing is frozen and there are no extension modules; what is built in is loaded by the import itself. */

import { importModule } from '../import/importFunction.js';
import { getAttr } from '../object/attributes.js';
import { ImportError, NotImplementedError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyList } from '../object/values.js';
import { builtinModule } from './index.js';

const nothing = () => null;
const no = () => false;

export default (): Record<string, Py> => ({
  acquire_lock: fn('()', nothing),
  release_lock: fn('()', nothing),
  lock_held: fn('()', no),
  is_builtin: fn('(name, /)', (name: string) => (builtinModule(name)?.always === true ? 1 : 0)),
  is_frozen: fn('(name, /)', no),
  is_frozen_package: fn('(name, /)', no),
  find_frozen: fn('(name, /, *, withdata=False)', nothing),
  get_frozen_object: fn('(name, data=None, /)', (name: Py) => {
    throw Object.assign(ImportError(`No such frozen object named ${name}`), { x$name: name });
  }),
  init_frozen: fn('(name, /)', nothing),
  create_builtin: fn('(spec, /)', (spec: Py) => importModule(getAttr(spec, 'name'), null, [], 0)),
  exec_builtin: fn('(mod, /)', () => 0),
  extension_suffixes: fn('()', () => new PyList([])),
  create_dynamic: fn('(spec, file=None, /)', (spec: Py) => {
    const name = getAttr(spec, 'name');
    throw Object.assign(ImportError(`pymp cannot load extension modules: '${name}'`), { x$name: name });
  }),
  exec_dynamic: fn('(mod, /)', () => 0),
  source_hash: fn('(key, source)', () => {
    throw NotImplementedError('pymp keeps no bytecode files');
  }),
  _fix_co_filename: fn('(code, path, /)', nothing),
  _override_multi_interp_extensions_check: fn('(override, /)', () => 0),
  _override_frozen_modules_for_tests: fn('(override, /)', nothing),
  check_hash_based_pycs: 'default',
});

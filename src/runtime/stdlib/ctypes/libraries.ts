/** Libraries in C cannot be loaded here. What would load one says so, with what it was asked for. */
import { OSError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { type Py, PyObject } from '../../object/object.js';
import { defineMembers } from '../../object/install.js';
import { repr } from '../../object/text.js';
import { builtinType, type Members } from '../../object/type.js';

const refuse = (name: Py): never => {
  throw OSError(
    `${repr(name)}: ctypes loads no C libraries here; its data types, pointers and memory functions work without one`,
  );
};

class PyLoader extends PyObject {}
const loaderType = builtinType({ name: 'LibraryLoader', js: PyLoader, module: 'ctypes' });
defineMembers(loaderType, () => ({
  LoadLibrary: method('(name)', (_self: PyLoader, name: Py) => refuse(name)),
  __getattr__: method('(name)', (_self: PyLoader, name: Py) => refuse(name)),
  __getitem__: method('(name)', (_self: PyLoader, name: Py) => refuse(name)),
}));

/** `CDLL` and its like. */
export function libraries(): Members {
  const load = (name: string) => fn('(name, *args, **kwargs)', refuse, name);
  return { CDLL: load('CDLL'), PyDLL: load('PyDLL'), cdll: new PyLoader(), pydll: new PyLoader() };
}

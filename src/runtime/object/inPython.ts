/**
 * What CPython's library has in Python where we have TypeScript, and what it has in C: messages, types of functions
 * and names of classes tell the two apart.
 */
import { rt } from './context.js';
import type { BuiltinInfo } from './function.js';
import type { Py } from './object.js';
import type { PyType } from './type.js';

const CLASSES_IN_PYTHON = /^(?:multiprocessing|concurrent)\b/;
const MODULES_IN_PYTHON =
  /^(?:multiprocessing|concurrent)\b|^(?:copyreg|copy_reg|copy|ctypes|dis|gettext|inspect|pickle|re)$/;
const CLASSES_IN_PYTHON_2 =
  /^(?:multiprocessing\.(?!connection\.Connection$)|ctypes\.|decimal\.|collections\.OrderedDict$)/;
const PLAINLY_NAMED = /^(?:builtins|__builtin__|multiprocessing|concurrent|ctypes|threading|queue|subprocess)\b/;

/** Whether the methods of a class of the library are Python functions there. */
export const isInPythonThere = ({ moduleName, name }: PyType): boolean =>
  CLASSES_IN_PYTHON.test(moduleName) || (rt.dialect === 2 && name === 'OrderedDict' && moduleName === 'collections');

/** Whether a module of ours is a Python file there. */
export const isModuleInPython = (name: string): boolean => MODULES_IN_PYTHON.test(name);

/** Whether messages call the types of a module by their own name alone: not those of a C module (`re.Pattern`). */
export const isPlainlyNamed = (module: string): boolean => PLAINLY_NAMED.test(module);

/** Whether a built-in of ours is a Python function there, so that its messages are those of one. */
export function isInPython({ role, owner, name }: BuiltinInfo): boolean {
  if (typeof owner === 'string') return isModuleInPython(owner);
  if (role !== 'python') return false;
  const module = owner?.moduleName;
  // These are from a class in C; in Python 2 whole connections are.
  if (module === 'multiprocessing.synchronize') return name !== 'acquire' && name !== 'release';
  return !(rt.dialect === 2 && module === 'multiprocessing.connection');
}

/** Python 2's modules of classes that are elsewhere in Python 3. */
const MODULES_IN_2: Readonly<Record<string, string>> = {
  _pickle: 'cPickle',
  _thread: 'thread',
  'collections.abc': '_abcoll',
  'multiprocessing.context': 'multiprocessing',
  'multiprocessing.popen_fork': 'multiprocessing.forking',
};

/** The module that Python 2 names for a class of the library; those of the library's own modules (`@threading`) have names of their own here. */
export function moduleIn2(module: Py): Py {
  if (typeof module !== 'string') return module;
  return MODULES_IN_2[module] ?? (module.startsWith('@') ? module.slice(1) : module);
}

/** Whether Python 2 shows a class as `<class …>`: it is in Python there, or an exception of a module in C. */
export function isClassIn2(cls: PyType): boolean {
  if (cls.isHeap) return cls.moduleName !== 'datetime';
  if (CLASSES_IN_PYTHON_2.test(cls.name.includes('.') ? cls.name : `${cls.moduleName}.${cls.name}`)) return true;
  if (cls.moduleName === 'builtins' || cls.moduleName === 'exceptions') return false;
  return cls.mro.some(({ qualname }) => qualname === 'BaseException');
}

/** `ctypes.pythonapi`: of Python's own C functions the one that programs end threads with. Spec: https://docs.python.org/3/c-api/threads.html */
import { AttributeError, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { intValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { builtinType, type Members, PyType } from '../../object/type.js';
import { getAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { address } from '../../builtins/object.js';
import { scheduler } from '../../threads/scheduler.js';
import { errorType } from '../errorType.js';
import { cDataType, PyCData } from './data.js';

class PyObjectReference extends PyCData {
  target: Py = undefined;
}
const referenceType = builtinType({ name: 'py_object', js: PyObjectReference, base: cDataType, module: 'ctypes' });
defineMembers(referenceType, () => ({
  __init__: method('(value=None)', (self: PyObjectReference, value: Py) => {
    self.target = value;
    return null;
  }),
  value: getter(
    (self: PyObjectReference) => {
      if (self.target === undefined) throw ValueError('PyObject is NULL');
      return self.target;
    },
    (self: PyObjectReference, value: Py) => {
      self.target = value;
    },
  ),
  __repr__: method('()', ({ target }: PyObjectReference) =>
    target === undefined ? 'py_object(<NULL>)' : `py_object(${repr(target)})`,
  ),
}));

class PySetAsyncExc extends PyObject {
  argtypes: Py = null;
  restype: Py = null;
}
const functionType = builtinType({ name: '_FuncPtr', js: PySetAsyncExc, module: 'ctypes', hasDict: true });

const ArgumentError = (message: string) => errorType('ctypes.ArgumentError')(message);
const unknown = (n: number) => ArgumentError(`argument ${n}: TypeError: Don't know how to convert parameter ${n}`);

/** What the program has not said the type of is passed as a C int, which few threads have for a number. */
function identArgument(value: Py, isDeclared: boolean): number {
  const isData = value instanceof PyCData;
  const n = intValue(isData ? getAttr(value, 'value') : value);
  if (n === undefined) throw unknown(1);
  return Number(isData || isDeclared ? n : BigInt.asIntN(32, BigInt(n)));
}

/** The exception, or null for none. @param isDeclared the program has said that it is an object */
function errorArgument(value: Py, isDeclared: boolean): Py {
  if (value instanceof PyObjectReference) return value.target ?? null;
  if (value === null || value === 0) return null;
  if (!isDeclared) throw unknown(2);
  return value;
}

function setAsyncExc(self: PySetAsyncExc, ident: Py, error: Py): number {
  if (ident === undefined || error === undefined) throw TypeError('this function takes 2 arguments');
  const thread = identArgument(ident, self.argtypes !== null);
  const raised = errorArgument(error, self.argtypes !== null);
  const make = raised === null ? null : () => (raised instanceof PyType ? call(raised, []) : raised);
  return scheduler().raiseIn(thread, make) ? 1 : 0;
}

defineMembers(functionType, () => ({
  __call__: method('(ident=None, error=None, /)', setAsyncExc),
  __name__: getter(() => 'PyThreadState_SetAsyncExc'),
  argtypes: getter(
    (self: PySetAsyncExc) => self.argtypes,
    (self: PySetAsyncExc, value: Py) => {
      self.argtypes = value;
    },
  ),
  restype: getter(
    (self: PySetAsyncExc) => self.restype,
    (self: PySetAsyncExc, value: Py) => {
      self.restype = value;
    },
  ),
  __repr__: method('()', (self: PySetAsyncExc) => `<_FuncPtr object at ${address(self)}>`),
}));

class PyPythonApi extends PyObject {
  readonly setAsyncExc = new PySetAsyncExc();
}
const apiType = builtinType({ name: 'PyDLL', js: PyPythonApi, module: 'ctypes' });
defineMembers(apiType, () => ({
  PyThreadState_SetAsyncExc: getter((self: PyPythonApi) => self.setAsyncExc),
  __getattr__: method('(name)', (_self: PyPythonApi, name: Py) => {
    throw AttributeError(
      `${String(name)}: there is no C API here; of its functions pythonapi has PyThreadState_SetAsyncExc`,
    );
  }),
}));

export function pythonApi(restype: Py): Members {
  const api = new PyPythonApi();
  api.setAsyncExc.restype = restype;
  return { py_object: referenceType, pythonapi: api };
}

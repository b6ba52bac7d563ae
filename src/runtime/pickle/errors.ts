/** The exceptions of `pickle`. Spec: https://docs.python.org/3/library/pickle.html#pickle.PickleError */
import { Exception, type PyBaseException } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';

function declare(name: string, base: PyType): PyType {
  const type = builtinType({ name, js: class extends base.ctor {}, base, module: '_pickle' });
  type.hasDict = true;
  return type;
}

export const pickleErrorType = declare('PickleError', Exception.type);
export const picklingErrorType = declare('PicklingError', pickleErrorType);
export const unpicklingErrorType = declare('UnpicklingError', pickleErrorType);

const make = (type: PyType, args: Py[]): PyBaseException =>
  new (type.ctor as new (args: Py[]) => PyBaseException)(args);
export const PicklingError = (...args: Py[]): PyBaseException => make(picklingErrorType, args);
export const UnpicklingError = (...args: Py[]): PyBaseException => make(unpicklingErrorType, args);

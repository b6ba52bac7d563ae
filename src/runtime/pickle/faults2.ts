/**
 * What Python 2's unpicklers raise for what is wrong with a pickle: `pickle`, which is written in Python, whatever its statements come to;
 * `cPickle` has exceptions of its own, which are not those of `pickle`.
 */
import {
  AttributeError,
  EOFError,
  Exception,
  IndexError,
  KeyError,
  type PyBaseException,
  ValueError,
} from '../object/errors.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { pickleErrorType, picklingErrorType, UnpicklingError, unpicklingErrorType } from './errors.js';
import type { Faults } from './faults.js';

function declare(name: string, base: PyType, module: string): PyType {
  const type = builtinType({ name, js: class extends base.ctor {}, base, module });
  type.hasDict = true;
  return type;
}

const inC = (name: string, base: PyType): PyType => declare(name, base, 'cPickle');
const inPython = (name: string, base: PyType): PyType => declare(name, base, 'pickle');

const badPickleGet = inC('BadPickleGet', unpicklingErrorType);
/** Those that are Python 3's too are the ones of messages between processes. */
export const cPickleErrors = {
  PickleError: pickleErrorType,
  PicklingError: picklingErrorType,
  UnpicklingError: unpicklingErrorType,
  UnpickleableError: inC('UnpickleableError', picklingErrorType),
  BadPickleGet: badPickleGet,
};

const pickleError = inPython('PickleError', Exception.type);
export const pickleErrors = {
  PickleError: pickleError,
  PicklingError: inPython('PicklingError', pickleError),
  UnpicklingError: inPython('UnpicklingError', pickleError),
};

const ended = (): Py => EOFError();
const withoutLast = (rest: string): string => rest.slice(0, -1);
const unquoted = (): Py => ValueError('insecure string pickle');

export const pickleFaults: Faults = {
  ended,
  truncated: ended,
  unendedLine: withoutLast,
  underflow: () => IndexError('pop from empty list'),
  noMark: () => IndexError('list index out of range'),
  notRemembered: (at) => KeyError(String(at)),
  unknown: (op) => KeyError(String.fromCharCode(op)),
  unquoted,
  noPersistentLoad: () => AttributeError("Unpickler instance has no attribute 'persistent_load'"),
};

export const cPickleFaults: Faults = {
  ended,
  truncated: ended,
  unendedLine: (rest) => {
    if (rest.length < 2) throw UnpicklingError('pickle data was truncated');
    return withoutLast(rest);
  },
  underflow: () => UnpicklingError('unpickling stack underflow'),
  noMark: () => UnpicklingError('could not find MARK'),
  notRemembered: (at) => new (badPickleGet.ctor as new (args: Py[]) => PyBaseException)([at]),
  unknown: (op) => UnpicklingError(`invalid load key, '${String.fromCharCode(op)}'.`),
  unquoted,
  noPersistentLoad: () =>
    UnpicklingError(
      'A load persistent id instruction was encountered,\nbut no persistent_load function was specified.',
    ),
};

/** Runs a pickler or unpickler of `pickle`: the exceptions that both modules have are its own. */
export function inPickle<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const type = (error as Py)?.c$;
    if (type === picklingErrorType) Object.setPrototypeOf(error, pickleErrors.PicklingError.ctor.prototype);
    else if (type === unpicklingErrorType) Object.setPrototypeOf(error, pickleErrors.UnpicklingError.ctor.prototype);
    throw error;
  }
}

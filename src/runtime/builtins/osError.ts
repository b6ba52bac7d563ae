/**
 * OSError and its subclasses: construction, attributes and text; and how failed system calls become such exceptions.
 *
 * Python 2 has IOError and OSError apart, both an EnvironmentError, and no subclasses by error number.
 * Spec: https://docs.python.org/3/library/exceptions.html#OSError
 */

import { errnoOf, errorText } from '../io/errnoTable.js';
import { lookup } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { rt } from '../object/context.js';
import {
  AttributeError,
  BlockingIOError,
  BrokenPipeError,
  ChildProcessError,
  ConnectionAbortedError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  Exception,
  type ExceptionMaker,
  FileExistsError,
  FileNotFoundError,
  InterruptedError,
  IsADirectoryError,
  NotADirectoryError,
  OSError,
  PermissionError,
  ProcessLookupError,
  type PyBaseException,
  StandardError,
  TimeoutError,
  TypeError,
} from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asSize, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { checkInit, checkNew } from './checkNew.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { PyStaticMethod, PyTuple } from '../object/values.js';

/** What such an exception says; kept apart from its `__dict__`. */
export interface Failure {
  errno: Py;
  strerror: Py;
  filename: Py;
  filename2: Py;
  /** `characters_written` of BlockingIOError; undefined = not there. */
  written: Py;
}
type OsException = PyBaseException & { os$?: Failure };

/** Python 2's classes; in Python 3 they are all OSError. */
export const environmentError2: PyType = derived('EnvironmentError', StandardError.type);
export const ioError2: PyType = derived('IOError', environmentError2);

function derived(name: string, base: PyType): PyType {
  return builtinType({
    name,
    shown2: `exceptions.${name}`,
    js: class extends base.ctor {},
    base,
    module: 'exceptions',
  });
}

/** Gives OSError the base that it has in the dialect. To be called before its first use. */
export function useOsErrorDialect(dialect: 2 | 3): void {
  const type = OSError.type;
  const base = dialect === 2 ? environmentError2 : Exception.type;
  if (type.base === base) return;
  type.base = base;
  type.bases = [base];
  type.mro = [type, ...base.mro];
  Object.setPrototypeOf(type.proto, base.proto);
  Object.setPrototypeOf(type, base);
  // In an order in which the bases come first.
  for (const derived of [osErrorOfLibrary, ConnectionError.type, ...SUBCLASSES.map(([maker]) => maker.type)])
    derived.mro = [derived, ...derived.base!.mro];
}

const SUBCLASSES: readonly (readonly [ExceptionMaker, string])[] = [
  [BlockingIOError, 'EAGAIN EALREADY EINPROGRESS EWOULDBLOCK'],
  [BrokenPipeError, 'EPIPE ESHUTDOWN'],
  [ChildProcessError, 'ECHILD'],
  [ConnectionAbortedError, 'ECONNABORTED'],
  [ConnectionRefusedError, 'ECONNREFUSED'],
  [ConnectionResetError, 'ECONNRESET'],
  [FileExistsError, 'EEXIST'],
  [FileNotFoundError, 'ENOENT'],
  [InterruptedError, 'EINTR'],
  [IsADirectoryError, 'EISDIR'],
  [NotADirectoryError, 'ENOTDIR'],
  [PermissionError, 'EACCES EPERM'],
  [ProcessLookupError, 'ESRCH'],
  [TimeoutError, 'ETIMEDOUT'],
];

/** `OSError` as the library's modules see it in a Python 2 program: what they catch by it is an IOError there as often. */
export const osErrorOfLibrary: PyType = builtinType({
  name: 'OSError',
  shown2: 'exceptions.OSError',
  js: class extends OSError.type.ctor {},
  base: OSError.type,
  module: 'exceptions',
});

/** In a Python 2 program: true if a module of the library means this exception by a class of Python 3's. */
export function matchesInLibrary(error: PyBaseException, cls: PyType): boolean {
  if (!cls.mro.includes(OSError.type) || !error.c$.mro.includes(environmentError2)) return false;
  if (cls === osErrorOfLibrary) return true;
  const errno = errnoOfException(error);
  return cls !== OSError.type && errno !== undefined && classFor(errno).mro.includes(cls);
}

/** Class for an error number, as `OSError(errno, …)` picks it. */
function classFor(errno: number | bigint): PyType {
  const found = SUBCLASSES.find(([, names]) => names.split(' ').some((name) => errnoOf(name) === errno));
  return found === undefined ? OSError.type : found[0].type;
}

/** The exception for a failed system call. `filename` and `filename2` are shown if given. */
export function osError(errno: number, filename?: Py, filename2?: Py): PyBaseException {
  return failed(rt.dialect === 2 ? OSError.type : classFor(errno), errno, filename, filename2);
}

/** The same for files: Python 2 raises IOError. */
export function ioError(errno: number, filename?: Py, filename2?: Py): PyBaseException {
  return rt.dialect === 2 ? failed(ioError2, errno, filename, filename2) : osError(errno, filename, filename2);
}

function failed(type: PyType, errno: number, filename: Py = null, filename2: Py = null): PyBaseException {
  const strerror = errorText(errno);
  const error: OsException = new type.ctor([errno, strerror]);
  error.os$ = { errno, strerror, filename, filename2, written: undefined };
  return error;
}

/** An OSError with a text only (`IOError` in Python 2). */
export function plainOsError(text: string): PyBaseException {
  return new (rt.dialect === 2 ? ioError2 : OSError.type).ctor([text]);
}

/** Error number of what a call into Node threw, or undefined if it is no system error. */
export function errnoFrom(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  const known = typeof code === 'string' ? errnoOf(code) : undefined;
  if (known !== undefined) return known;
  return typeof errno === 'number' && errno < 0 ? -errno : undefined;
}

/** Runs a system call, raising what it throws as Python does. */
export function system<T>(run: () => T, filename?: Py, filename2?: Py): T {
  try {
    return run();
  } catch (error) {
    const errno = errnoFrom(error);
    throw errno === undefined ? error : osError(errno, filename, filename2);
  }
}

/** The same for calls about files: Python 2 raises IOError. */
export function fileSystem<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const errno = errnoFrom(error);
    throw errno === undefined ? error : ioError(errno);
  }
}

/** `errno` of an OSError that was raised, undefined for anything else. */
export function errnoOfException(error: unknown): number | undefined {
  const failure = (error as OsException | null)?.os$;
  return failure === undefined || typeof failure.errno !== 'number' ? undefined : failure.errno;
}

/** Reads constructor arguments into the exception; more than two leave `args` with the first two. */
export function initOsError(self: OsException, args: Py[]): void {
  const failure: Failure = { errno: null, strerror: null, filename: null, filename2: null, written: undefined };
  self.args = new PyTuple(args);
  self.os$ = failure;
  if (args.length < 2 || args.length > (rt.dialect === 2 ? 3 : 5)) return;
  failure.errno = args[0];
  failure.strerror = args[1];
  if (args.length === 2 || args[2] === null) return;
  if (self.c$.mro.includes(BlockingIOError.type) && intValue(args[2]) !== undefined) {
    failure.written = asSize(args[2]);
    return;
  }
  failure.filename = args[2];
  failure.filename2 = args[4] ?? null;
  self.args = new PyTuple(args.slice(0, 2));
}

/** Whether the class leaves `__new__` alone but has an `__init__` of its own: then that one reads the arguments. */
function initReads(cls: PyType): boolean {
  const own = OSError.type.namespace;
  return lookup(cls, '__init__') !== own.get('__init__') && lookup(cls, '__new__') === own.get('__new__');
}

function newOsError(cls: PyType, args: Py[], keywords: Keywords): Py {
  if (initReads(cls)) return Object.assign(new cls.ctor([]), { os$: emptyFailure() });
  if (keywords.size > 0) throw noKeywords(cls);
  const chosen = cls === OSError.type && args.length > 1 ? classOf(args[0]) : cls;
  const error: OsException = new chosen.ctor(args);
  initOsError(error, args);
  return error;
}

const emptyFailure = (): Failure => ({
  errno: null,
  strerror: null,
  filename: null,
  filename2: null,
  written: undefined,
});

const noKeywords = (cls: PyType) =>
  TypeError(
    rt.dialect === 2 ? `${cls.name} does not take keyword arguments` : `${cls.name}() takes no keyword arguments`,
  );

function classOf(errno: Py): PyType {
  const number = intValue(errno);
  return number === undefined ? OSError.type : classFor(number);
}

function describe(self: OsException): string {
  const failure = self.os$;
  if (failure === undefined) return describeArgs(self);
  const { errno, strerror, filename, filename2 } = failure;
  const shown = (o: Py) => (o === null ? 'None' : str(o));
  if (filename !== null) {
    const second = filename2 === null ? '' : ` -> ${repr(filename2)}`;
    return `[Errno ${shown(errno)}] ${shown(strerror)}: ${repr(filename)}${second}`;
  }
  if (errno !== null && strerror !== null) return `[Errno ${shown(errno)}] ${shown(strerror)}`;
  return describeArgs(self);
}

function describeArgs({ args }: PyBaseException): string {
  if (args.items.length === 0) return '';
  return args.items.length === 1 ? str(args.items[0]) : repr(args);
}

function reduce(self: OsException): PyTuple {
  const failure = self.os$;
  let args: Py = self.args;
  if (args.items.length === 2 && failure !== undefined && failure.filename !== null) {
    const more = failure.filename2 === null ? [failure.filename] : [failure.filename, null, failure.filename2];
    args = new PyTuple([...args.items, ...more]);
  }
  const dict = self.$__dict__;
  return new PyTuple(dict !== undefined && dict.size > 0 ? [self.c$, args, dict] : [self.c$, args]);
}

function attribute(name: 'errno' | 'strerror' | 'filename' | 'filename2'): Py {
  return getter(
    (self: OsException) => self.os$?.[name] ?? null,
    (self: OsException, value: Py) => {
      (self.os$ ??= emptyFailure())[name] = value;
    },
  );
}

const common = (): Members => ({
  __str__: method('()', describe),
  __reduce__: method('()', reduce),
  errno: attribute('errno'),
  strerror: attribute('strerror'),
  filename: attribute('filename'),
});

const members3 = (): Members => ({
  ...common(),
  __new__: new PyStaticMethod(
    fn('(cls, *args, **kwargs)', (cls: PyType, args: Py[], keywords: Keywords) => {
      checkNew(cls, OSError.type);
      return newOsError(cls, args, keywords);
    }),
  ),
  __init__: method('(*args, **kwargs)', (self: OsException, args: Py[], keywords: Keywords) => {
    checkInit(self, OSError.type);
    if (!initReads(self.c$)) return null;
    if (keywords.size > 0) throw noKeywords(self.c$);
    initOsError(self, args);
    return null;
  }),
  filename2: attribute('filename2'),
  characters_written: getter(
    (self: OsException) => {
      if (self.os$?.written === undefined) throw AttributeError('characters_written');
      return self.os$.written;
    },
    (self: OsException, value: Py) => {
      (self.os$ ??= emptyFailure()).written = asSize(value);
    },
    (self: OsException) => {
      if (self.os$?.written === undefined) throw AttributeError('characters_written');
      self.os$.written = undefined;
    },
  ),
});

defineMembers(OSError.type, () => (rt.dialect === 3 ? members3() : {}));

defineMembers(environmentError2, () => ({
  ...common(),
  __init__: method('(*args, **kwargs)', (self: OsException, args: Py[], keywords: Keywords) => {
    if (keywords.size > 0) throw noKeywords(self.c$);
    initOsError(self, args);
    return null;
  }),
}));

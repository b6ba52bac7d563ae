/** What the files of this package share: arguments, timeouts, the process's arena, and its own state. */

import { ioError2 } from '../../builtins/osError.js';
import { importModule } from '../../import/importFunction.js';
import type { Arena } from '../../mp/index.js';
import { findAttr, getAttr } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { type ExceptionMaker, isInstanceOf, OSError, PyBaseException } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { host } from '../../process/host.js';
import { usedStream } from '../../process/main.js';
import { existingScheduler } from '../../threads/scheduler.js';

export const arena = (): Arena => host().arena;

/** Identifies the running thread within its process. */
export function currentThread(): number {
  const scheduler = existingScheduler();
  return scheduler === undefined || scheduler.current === scheduler.main ? 1 : scheduler.current.ident % 0x7fffffff;
}

export const pid = (): number => rt.pid ?? process.pid;

/** Imports a library module and gives one of its members. */
export function member(module: string, name: string): Py {
  return getAttr(importModule(module, null, ['*'], 0), name);
}

/** `queue.Empty` and `queue.Full`, which this package raises too. */
export function queueError(name: 'Empty' | 'Full'): Py {
  return call(member(rt.dialect === 2 ? 'Queue' : 'queue', name), []);
}

/** What connections raise: Python 2's raise IOError. */
export const connectionError = (text: string): Py => (rt.dialect === 2 ? call(ioError2, [text]) : OSError(text));

/** What a listener says that was closed; Python 2's asks its socket. */
export const closedListener = (): Py =>
  rt.dialect === 2 ? call(member('socket', 'error'), [EBADF, 'Bad file descriptor']) : OSError('listener is closed');
const EBADF = 9;

/** An exception class of this package: a maker, with the class as `.type`. */
export function exceptionType(name: string, base: PyType, module: string): ExceptionMaker {
  const type = libraryClass({ name, js: class extends base.ctor {}, base, module, hasDict: true });
  const make = (...args: Py[]): PyBaseException => new (type.ctor as new (args: Py[]) => PyBaseException)(args);
  return Object.assign(make, { type });
}

/** Flushes `sys.stdout` and `sys.stderr`, as before a fork. */
export function flushStandardStreams(): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = usedStream(name);
    if (stream === undefined || stream === null) continue;
    try {
      callMethod(stream, 'flush');
    } catch (error) {
      if (!(error instanceof PyBaseException) || !error.c$.mro.some((c) => IGNORED_ON_FLUSH.includes(c.qualname)))
        throw error;
    }
  }
}

const IGNORED_ON_FLUSH: readonly string[] = ['AttributeError', 'ValueError'];

/** Writes to `sys.stderr`, if there is one. */
export function writeStderr(text: string): void {
  const stream = findAttr(rt.modules.get('sys'), 'stderr');
  if (stream !== undefined && stream !== null) callMethod(stream, 'write', text);
}

export { isInstanceOf };

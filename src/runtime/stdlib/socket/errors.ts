/** Exceptions of `socket`. In Python 3 they are OSError and what derives from it, in Python 2 classes of its own. */
import { errnoFrom, ioError2, osError } from '../../builtins/osError.js';
import { errnoOf, errorText } from '../../io/errnoTable.js';
import { call } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { OSError, TimeoutError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { builtinType, type PyType } from '../../object/type.js';

interface SocketErrors {
  readonly error: PyType;
  readonly timeout: PyType;
  readonly gaierror: PyType;
  readonly herror: PyType;
}

export const socketErrors = (): SocketErrors =>
  moduleState('socket errors', () => {
    const derive = (name: string, base: PyType) =>
      builtinType({ name, js: class extends base.ctor {}, base, module: 'socket', hasDict: true });
    const error = rt.dialect === 2 ? derive('error', ioError2) : OSError.type;
    const timeout = rt.dialect === 2 ? derive('timeout', error) : TimeoutError.type;
    return { error, timeout, gaierror: derive('gaierror', error), herror: derive('herror', error) };
  });

export const timedOut = (): Py => call(socketErrors().timeout, ['timed out']);

export function socketError(errno: number): Py {
  return rt.dialect === 2 ? call(socketErrors().error, [errno, errorText(errno)]) : osError(errno);
}

const RESOLVER_TEXTS: Readonly<Record<number, string>> = {
  [-2]: 'Name or service not known',
  [-3]: 'Temporary failure in name resolution',
  [-5]: 'No address associated with hostname',
  [-6]: 'ai_family not supported',
  [-7]: 'ai_socktype not supported',
  [-8]: 'Servname not supported for ai_socktype',
  [-9]: 'Address family for hostname not supported',
};

/** A failure of `getaddrinfo`, by its code (EAI_*). */
export const resolverError = (code: number): Py =>
  call(socketErrors().gaierror, [code, RESOLVER_TEXTS[code] ?? `Unknown error ${code}`]);

/** What Node calls failures to look up a name. */
const LOOKUP_CODES: Readonly<Record<string, number>> = {
  ENOTFOUND: -2,
  EAI_NONAME: -2,
  EAI_AGAIN: -3,
  EAI_NODATA: -5,
  ENODATA: -5,
};

/** Runs a call on a socket, raising what it throws as Python does. @param timeoutMs the socket's limit: its passing is a timeout. */
export function onSocket<T>(run: () => T, timeoutMs = Infinity): T {
  try {
    return run();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== undefined && code in LOOKUP_CODES) throw resolverError(LOOKUP_CODES[code]!);
    const errno = errnoFrom(error);
    if (errno === undefined) throw error;
    if (errno === errnoOf('EAGAIN') && timeoutMs > 0 && timeoutMs !== Infinity) throw timedOut();
    throw socketError(errno);
  }
}

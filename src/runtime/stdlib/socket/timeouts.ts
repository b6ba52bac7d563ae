/** Timeouts of sockets. */
import { whileUsed } from '../../io/forgotten.js';
import { moduleState } from '../../object/context.js';
import { interruptible } from '../../process/interruptible.js';
import { onSocket } from './errors.js';

/** `setdefaulttimeout`: the limit that new sockets have, in ms. */
export const defaultTimeout = (): { ms: number } => moduleState('socket default timeout', () => ({ ms: Infinity }));

/** Runs a call with the socket's limit, raising what it throws as Python does. */
export const onSocketTimeout = <T>(socket: { readonly timeoutMs: number }, run: (timeoutMs: number) => T): T =>
  whileUsed(socket, () => onSocket(() => interruptible(() => run(socket.timeoutMs)), socket.timeoutMs));

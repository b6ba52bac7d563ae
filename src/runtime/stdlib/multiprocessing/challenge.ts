/**
 * The handshake that shows that both ends of a connection know the same key.
 *
 * One side sends random bytes, the other answers with their HMAC; then the other way round. Python 3.12 and later name the digest in
 * front of the bytes, `{sha256}…`; older ones, and Python 2, use MD5 and send 20 bytes or 16 without a name.
 * A thread that must wait in one of these functions calls it again from its start, so what has been done is kept meanwhile.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { bufferOf, bufferOrUndefined } from '../../object/buffer.js';
import { callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { AssertionError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes } from '../../object/values.js';
import { resumable } from '../../threads/resumable.js';
import { scheduler, WouldBlock } from '../../threads/scheduler.js';
import type { Channel } from './connection.js';
import { AuthenticationError } from './context.js';
import { StreamChannel } from './streamChannel.js';

const MESSAGE_BYTES = 40;
const LEGACY_MESSAGE_BYTES = 20;
const LEGACY_LENGTHS: readonly number[] = [LEGACY_MESSAGE_BYTES, 16];
const CHALLENGE = Buffer.from('#CHALLENGE#');
const WELCOME = Buffer.from('#WELCOME#');
const FAILURE = Buffer.from('#FAILURE#');
const LONGEST_ANSWER = 256;
/** How long a client may take to show that it knows the key. */
export const HANDSHAKE_MS = 20_000;
/** How much earlier than asked for a timer of the kernel may be. */
const CLOCK_MS = 50;

/** Digests that may be named, by what Node calls them. */
const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha256: 'sha256',
  sha384: 'sha384',
  sha3_256: 'sha3-256',
  sha3_384: 'sha3-384',
};
const LONGEST_NAME = 8;

const bytesOf = (o: Py): Buffer => Buffer.from(bufferOf(o));
const pyBytes = (bytes: Uint8Array): Py =>
  rt.dialect === 2 ? Buffer.from(bytes).toString('latin1') : new PyBytes(Uint8Array.from(bytes));
const shown = (message: Buffer): string => `message=${repr(pyBytes(message))}`;

/** Sends in one go: what has been sent must not be sent again when a thread begins anew. */
function send(connection: Py, bytes: Uint8Array): void {
  const s = scheduler();
  const { restart } = s;
  s.restart = false;
  try {
    callMethod(connection, 'send_bytes', pyBytes(bytes));
  } finally {
    s.restart = restart;
  }
}
const receive = (connection: Py): Buffer => bytesOf(callMethod(connection, 'recv_bytes', LONGEST_ANSWER));

function checkKey(key: Py): Buffer {
  const bytes = key === null ? undefined : bufferOrUndefined(key);
  if (bytes === undefined) throw ValueError(`Authkey must be bytes, not ${str(typeOf(key))}`);
  return Buffer.from(bytes);
}

/** The digest that a message names, '' for the old form. */
function digestOf(message: Buffer): { name: string; payload: Buffer } {
  if (LEGACY_LENGTHS.includes(message.length)) return { name: '', payload: message };
  if (message[0] === 0x7b) {
    const end = message.subarray(0, LONGEST_NAME + 2).indexOf('}', 1);
    const name = end > 0 ? message.subarray(1, end).toString('latin1') : '';
    if (end > 0 && Object.hasOwn(DIGESTS, name)) return { name, payload: message.subarray(end + 1) };
  }
  throw AuthenticationError(
    `unsupported message length, missing digest prefix, or unsupported digest: ${shown(message)}`,
  );
}

const mac = (key: Buffer, message: Buffer, name: string): Buffer =>
  createHmac(DIGESTS[name]!, key).update(message).digest();

/** The answer to a challenge. */
function answerTo(key: Buffer, message: Buffer): Buffer {
  if (rt.dialect === 2) return mac(key, message, 'md5');
  const { name } = digestOf(message);
  if (name === '') return mac(key, message, 'md5');
  return Buffer.concat([Buffer.from(`{${name}}`), mac(key, message, name)]);
}

/** Raises AuthenticationError unless the answer is right. */
function verify(key: Buffer, message: Buffer, answer: Buffer): void {
  const { name, payload } = rt.dialect === 2 && answer[0] !== 0x7b ? { name: '', payload: answer } : digestOf(answer);
  const digest = name || 'md5';
  const expected = mac(key, message, digest);
  if (rt.dialect === 3 && expected.length !== payload.length) {
    throw AuthenticationError(`expected '${digest}' of length ${expected.length} got ${payload.length}`);
  }
  if (expected.length !== payload.length || !timingSafeEqual(expected, payload)) {
    throw AuthenticationError('digest received was wrong');
  }
}

/** What `multiprocessing.connection` shows of the handshake beside its two functions. */
export function challengeMembers(): Record<string, Py> {
  return {
    _CHALLENGE: pyBytes(CHALLENGE),
    _WELCOME: pyBytes(WELCOME),
    _FAILURE: pyBytes(FAILURE),
    MESSAGE_LENGTH: MESSAGE_BYTES,
    _create_response: fn('(authkey, message)', (key: Py, message: Py) =>
      pyBytes(answerTo(checkKey(key), bytesOf(message))),
    ),
    _verify_challenge: fn('(authkey, message, response)', (key: Py, message: Py, response: Py) => {
      verify(checkKey(key), bytesOf(message), bytesOf(response));
      return null;
    }),
  };
}

/** What Python 2's module shows of it. */
export function challengeMembers2(): Record<string, Py> {
  return {
    CHALLENGE: pyBytes(CHALLENGE),
    WELCOME: pyBytes(WELCOME),
    FAILURE: pyBytes(FAILURE),
    MESSAGE_LENGTH: LEGACY_MESSAGE_BYTES,
  };
}

/** `deliver_challenge(connection, authkey)`. */
export function deliverChallenge(connection: Py, authkey: Py, digest = 'sha256'): void {
  const key = checkKey(authkey);
  const begin = () => {
    const random =
      rt.dialect === 2
        ? randomBytes(LEGACY_MESSAGE_BYTES)
        : Buffer.concat([Buffer.from(`{${digest}}`), randomBytes(MESSAGE_BYTES)]);
    send(connection, Buffer.concat([CHALLENGE, random]));
    return { message: random };
  };
  resumable(keyFor(connection, 'deliver'), begin, ({ message }) => {
    const answer = receive(connection);
    try {
      verify(key, message, answer);
    } catch (error) {
      send(connection, FAILURE);
      throw error;
    }
    send(connection, WELCOME);
  });
}

/** `answer_challenge(connection, authkey)`. */
export function answerChallenge(connection: Py, authkey: Py): void {
  const key = checkKey(authkey);
  resumable(
    keyFor(connection, 'answer'),
    () => ({ answered: false }),
    (state) => {
      if (!state.answered) {
        const message = receive(connection);
        if (!message.subarray(0, CHALLENGE.length).equals(CHALLENGE)) {
          throw rt.dialect === 2
            ? AssertionError(`message = ${repr(pyBytes(message))}`)
            : AuthenticationError(`Protocol error, expected challenge: ${shown(message)}`);
        }
        const challenge = message.subarray(CHALLENGE.length);
        if (challenge.length < LEGACY_MESSAGE_BYTES) {
          throw AuthenticationError(`challenge too short: ${challenge.length} bytes`);
        }
        send(connection, answerTo(key, challenge));
        state.answered = true;
      }
      if (!receive(connection).equals(WELCOME)) throw AuthenticationError('digest sent was rejected');
    },
  );
}

/**
 * Whoever says nothing, or not all of it, until then is refused with AuthenticationError: CPython would wait for ever, and serve nobody else.
 * @param until `performance.now()` time.
 */
export function inTime(channel: Channel | null, until: number, shakeHands: () => void): void {
  if (!(channel instanceof StreamChannel)) return shakeHands();
  channel.until = until;
  try {
    shakeHands();
  } catch (error) {
    if (error instanceof WouldBlock || performance.now() < until - CLOCK_MS) throw error;
    throw AuthenticationError(`no answer within ${HANDSHAKE_MS / 1000} seconds`);
  } finally {
    channel.until = Infinity;
  }
}

/** One object for each connection and function. */
function keyFor(connection: Py, name: 'deliver' | 'answer'): object {
  const { calls } = scheduler().current;
  const keys = (calls.get(connection) as Record<string, object> | undefined) ?? { deliver: {}, answer: {} };
  calls.set(connection, keys);
  return keys[name]!;
}

/**
 * Reading from pipes, sockets and the standard input in threads: what a read needs is fetched while the thread is suspended, and then read as ever.
 */
import { withSteps } from '../threads/steps.js';
import type { Steps } from '../threads/steps.js';
import { host } from '../process/host.js';
import type { PyFunction } from '../object/function.js';
import { findAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { asDouble } from '../object/number.js';
import type { Py } from '../object/object.js';
import { fileAtOrUndefined } from './descriptors.js';
import { answerOf } from './kernelCall.js';
import { NamedPipe, pollAgain } from './namedPipe.js';
import { type OpenFile, RetryPause, StandardInput } from './openFile.js';
import { PipeFile } from './pipeFile.js';
import { SocketFile } from './socketFile.js';

const LINE_FEED = 10;
const CHUNK_BYTES = 65536;

/** What reads can be asked beside their bytes: whether they hold a whole line, and the stream below. */
interface Layer {
  readonly fd?: number;
  readonly raw?: Layer;
  readonly buffer?: Layer;
  readonly ahead?: number;
  holdsLine?(): boolean;
}

type Wanted = 'line' | 'some' | number | null;

/** The open file that a stream reads from. */
function fileOf(stream: Layer | null | undefined): OpenFile | undefined {
  let layer = stream;
  for (let depth = 0; depth < 3 && layer !== null && layer !== undefined; depth++) {
    if (typeof layer.fd === 'number') return fileAtOrUndefined(layer.fd);
    layer = layer.raw ?? layer.buffer;
  }
  return undefined;
}

/** The socket that a stream (`socket.makefile()`) reads from, if it is one, and how long it may wait. */
function socketOf(stream: Layer): { file: SocketFile; timeoutMs: number } | undefined {
  const raw: Py = stream.raw ?? stream.buffer?.raw;
  const socket = raw === undefined || raw === null ? undefined : findAttr(raw, '_sock');
  if (socket === undefined || socket === null || findAttr(socket, 'gettimeout') === undefined) return undefined;
  const timeout = callMethod(socket, 'gettimeout');
  const timeoutMs = timeout === null ? Infinity : asDouble(timeout) * 1000;
  const fd = timeoutMs > 0 ? callMethod(socket, 'fileno') : -1;
  const file = typeof fd === 'number' && fd >= 0 ? fileAtOrUndefined(fd) : undefined;
  return file instanceof SocketFile ? { file, timeoutMs } : undefined;
}

/** Fetches from a socket until there is enough with what has been read ahead, which holds no whole line. */
function* fetchFromSocket(stream: Layer, wanted: Wanted): Steps<void> {
  const socket = socketOf(stream);
  if (socket === undefined) return;
  const { file, timeoutMs } = socket;
  while (!isEnough(file.fetched, beyondAhead(stream, wanted))) {
    if (!file.fetch(yield* answerOf(file.beginFetch(timeoutMs)))) return;
  }
}

/** The same from the standard input, which the kernel reads. */
function* fetchFromInput(file: StandardInput, stream: Layer, wanted: Wanted): Steps<void> {
  while (!isEnough(file.fetched, beyondAhead(stream, wanted)) && file.fetched.at(-1)?.length !== 0) {
    const bytes = (yield* answerOf(host().client.begin('readStdin', CHUNK_BYTES, -1))) ?? new Uint8Array(0);
    file.fetched.push(bytes);
  }
}

/** The same from a pipe of the system, which can only be asked again and again. */
function* fetchFromNamedPipe(file: NamedPipe, stream: Layer, wanted: Wanted): Steps<void> {
  const pause = new RetryPause();
  while (!isEnough(file.fetched, beyondAhead(stream, wanted))) {
    const count = file.fetch();
    if (count === 0) return;
    if (count < 0) yield pollAgain(pause.nextMs());
  }
}

/** What is wanted beyond what has been read ahead, which holds no whole line. */
function beyondAhead(stream: Layer, wanted: Wanted): Wanted {
  const ahead = stream.ahead ?? stream.buffer?.ahead ?? 0;
  if (wanted === 'some' && ahead > 0) return 0;
  return typeof wanted === 'number' ? wanted - ahead : wanted;
}

/** Fetches until there is enough: a line, a number of bytes, or (null) all. */
function* fetch(stream: Layer, wanted: Wanted): Steps<void> {
  const file = fileOf(stream);
  if (file?.isNonBlocking === true) return;
  if (wanted === 'line' && (stream.holdsLine?.() === true || stream.buffer?.holdsLine?.() === true)) return;
  if (file === undefined) yield* fetchFromSocket(stream, wanted);
  else if (file instanceof StandardInput) yield* fetchFromInput(file, stream, wanted);
  else if (file instanceof NamedPipe) yield* fetchFromNamedPipe(file, stream, wanted);
  else if (file instanceof PipeFile) yield* fetchFromPipe(file, stream, wanted);
}

function* fetchFromPipe(pipe: PipeFile, stream: Layer, wanted: Wanted): Steps<void> {
  while (!isEnough(pipe.fetched, beyondAhead(stream, wanted))) {
    if (!pipe.isReadable) yield { source: pipe.readSource(), deadline: Infinity };
    if (!pipe.fetch()) return;
  }
}

/** Waits in a thread until the stream has a line. */
export const awaitLine = (stream: Py): Steps<void> => fetch(stream, 'line');

function isEnough(fetched: readonly Uint8Array[], wanted: Wanted): boolean {
  if (wanted === null) return false;
  if (wanted === 'some') return fetched.length > 0;
  if (wanted === 'line') return fetched.some((part) => part.includes(LINE_FEED));
  return fetched.reduce((sum, part) => sum + part.length, 0) >= wanted;
}

/** A method that reads `size` bytes or characters (all if that is negative or not given), with a form for threads. */
export const sizedRead = (f: PyFunction): PyFunction =>
  reading(f, (size) => (typeof size === 'number' && size >= 0 ? size : null));

/** One that reads a line. */
export const lineRead = (f: PyFunction): PyFunction => reading(f, () => 'line');

/** One that reads what is there, at least something. */
export const someRead = (f: PyFunction): PyFunction => reading(f, () => 'some');

/** One that reads all. */
export const wholeRead = (f: PyFunction): PyFunction => reading(f, () => null);

function reading(f: PyFunction, wanted: (size: Py) => Wanted): PyFunction {
  const { impl } = f.builtin!;
  return withSteps(f, function* (self: Py, ...args: Py[]): Steps {
    yield* fetch(self, wanted(args[0]));
    return impl(self, ...args);
  });
}

/** Waiting until one of several open files can be read or written: pipes in shared memory, sockets of the kernel, the standard input. */
import type { PendingCall } from '../kernel/client.js';
import type { WaitSource } from '../mp/index.js';
import { host } from '../process/host.js';
import { scheduler, WouldBlock } from '../threads/scheduler.js';
import { OpenFile, StandardInput } from './openFile.js';
import { PipeFile } from './pipeFile.js';
import { SocketFile } from './socketFile.js';

export interface Interest {
  readonly file: OpenFile | WaitSource;
  readonly read: boolean;
  readonly write: boolean;
}

/** For each interest what it is ready for. */
export interface Readiness {
  read: boolean;
  write: boolean;
  /** The other side is gone. */
  hangUp: boolean;
  error: boolean;
}

type Answer = { read: number[]; write: number[] } | null;

/** What the kernel was asked, and its answers once they are taken. */
interface Watch {
  sockets: PendingCall<Answer> | null;
  stdin: PendingCall<Uint8Array | null> | null;
  answer: Answer | undefined;
  hasInput: boolean | undefined;
  readonly sources: WaitSource[];
  /** Sockets that are being connected: once they are, the kernel is to be asked about them. */
  readonly connecting: readonly SocketFile[];
}

/** What the wait of a thread is kept under while the thread is suspended. */
const KEY = {};

/** Waits until at least one is ready, at most `timeoutMs`. */
export function waitReady(interests: readonly Interest[], timeoutMs: number): Readiness[] {
  const s = scheduler();
  const { calls } = s.current;
  const suspended = calls.get(KEY) as Watch | undefined;
  if (suspended === undefined) {
    const now = look(interests, null);
    if (timeoutMs === 0 || now.some(isReady)) return withKernel(interests, now, 0);
  }
  const watch = suspended ?? begin(interests, -1);
  calls.set(KEY, watch);
  let deadline: number;
  try {
    const ready = () => isAnswered(watch) || isConnected(watch) || look(interests, watch).some(isReady);
    deadline = s.deadlineAfter(timeoutMs);
    s.waitFor({ ready, deadline, sources: watch.sources });
  } catch (error) {
    if (!(error instanceof WouldBlock)) end(watch, calls);
    throw error;
  }
  const answered = isAnswered(watch);
  const found = closedToo(interests, look(interests, watch));
  end(watch, calls);
  if (answered) return found;
  const all = withKernel(interests, found, 0);
  // Connected, which is not what was waited for: the rest of the time is left.
  return isConnected(watch) && !all.some(isReady)
    ? waitReady(interests, Math.max(0, deadline - performance.now()))
    : all;
}

const isConnected = ({ connecting }: Watch): boolean => connecting.some((file) => file.pendingConnection === null);

const isReady = ({ read, write, hangUp, error }: Readiness): boolean => read || write || hangUp || error;

/** Takes the answers that have come; an answer can be taken only once. Returns whether there are any. */
function isAnswered(watch: Watch): boolean {
  if (watch.sockets?.done() === true) {
    watch.answer = watch.sockets.result();
    watch.sockets = null;
  }
  if (watch.stdin?.done() === true) {
    watch.hasInput = watch.stdin.result() !== null;
    watch.stdin = null;
  }
  return watch.answer !== undefined || watch.hasInput !== undefined;
}

function end({ sockets, stdin }: Watch, calls: Map<object, unknown>): void {
  calls.delete(KEY);
  for (const pending of [sockets, stdin]) pending?.cancel();
}

/** Asks the kernel about what belongs to it, in addition to what is known already. */
function withKernel(interests: readonly Interest[], now: Readiness[], timeoutMs: number): Readiness[] {
  const watch = begin(interests, timeoutMs);
  if (watch.sockets === null && watch.stdin === null) return now;
  if (watch.sockets !== null) watch.answer = watch.sockets.result();
  if (watch.stdin !== null) watch.hasInput = watch.stdin.result() !== null;
  return closedToo(interests, look(interests, watch));
}

/** Sockets that another thread closed meanwhile: that ends no wait, but whoever looks then gets them as well, as Linux does it. */
function closedToo(interests: readonly Interest[], found: Readiness[]): Readiness[] {
  interests.forEach(({ file, read, write }, i) => {
    if (file instanceof SocketFile && file.isClosed) Object.assign(found[i]!, { read, write });
  });
  return found;
}

function begin(interests: readonly Interest[], timeoutMs: number): Watch {
  const { client } = host();
  const socketIds = { read: [] as number[], write: [] as number[] };
  const sources: WaitSource[] = [];
  const beingConnected: SocketFile[] = [];
  let wantsInput = false;
  for (const { file, read, write } of interests) {
    if (file instanceof PipeFile) {
      if (read && file.rings.read !== 0) sources.push(file.readSource());
      if (write && file.rings.write !== 0) sources.push(file.writeSource());
    } else if (!(file instanceof OpenFile)) sources.push(file);
    else if (file instanceof StandardInput) wantsInput ||= read;
    else if (file instanceof SocketFile) {
      const connecting = file.pendingConnection;
      if (connecting !== null) {
        sources.push(connecting.source);
        beingConnected.push(file);
      } else if (file.idIfAny !== 0) {
        if (read) socketIds.read.push(file.id);
        if (write) socketIds.write.push(file.id);
      }
    }
  }
  const hasSockets = socketIds.read.length + socketIds.write.length > 0;
  const sockets = hasSockets ? client.begin('socketSelect', socketIds.read, socketIds.write, timeoutMs) : null;
  const stdin = wantsInput ? client.begin('readStdin', 0, timeoutMs) : null;
  for (const pending of [sockets, stdin]) if (pending !== null) sources.push(pending.source);
  return { sockets, stdin, answer: undefined, hasInput: undefined, sources, connecting: beingConnected };
}

/** What is ready, as far as it can be seen without asking; the kernel's answers count once they are there. */
function look(interests: readonly Interest[], watch: Watch | null): Readiness[] {
  const answer = watch?.answer ?? null;
  const input = watch?.hasInput ?? false;
  return interests.map(({ file, read, write }) => {
    const found: Readiness = { read: false, write: false, hangUp: false, error: false };
    if (file instanceof PipeFile) {
      // Nothing can be read from a pipe's writing end; that its readers are gone shows there too.
      found.read = read && (file.isWriteEnd ? file.isBroken : file.isReadable);
      found.write = write && !file.isReadEnd && file.isWritable;
      found.hangUp = read && file.isHungUp;
      found.error = write && file.isBroken;
    } else if (!(file instanceof OpenFile)) found.read = read && file.ready();
    else if (file instanceof StandardInput) found.read = read && (input || file.fetched.length > 0);
    else if (file instanceof SocketFile) lookAtSocket(file, read, write, found, answer);
    else Object.assign(found, { read, write });
    return found;
  });
}

function lookAtSocket(file: SocketFile, read: boolean, write: boolean, found: Readiness, answer: Answer): void {
  if (file.hasError) {
    Object.assign(found, { read, write, error: true });
    return;
  }
  if (file.pendingConnection !== null || file.isClosed) return;
  const id = file.idIfAny;
  if (id === 0) {
    Object.assign(found, { write, hangUp: true });
    return;
  }
  found.read = read && (file.hasUnread || (answer?.read.includes(id) ?? false));
  found.write = write && (answer?.write.includes(id) ?? false);
}

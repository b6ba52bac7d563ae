/**
 * The `select` module: waiting for descriptors.
 *
 * Covers select, poll and epoll, over pipes, sockets and the standard input; plain files are always ready.
 * Spec: https://docs.python.org/3/library/select.html
 */

import type { BigIntStats } from 'node:fs';
import { errnoFrom, ioError, system } from '../builtins/osError.js';
import { closeDescriptor, fileAt, fileAtOrUndefined, install } from '../io/descriptors.js';
import { errnoOf, errorText } from '../io/errnoTable.js';
import { fail, OpenFile } from '../io/openFile.js';
import { PipeFile } from '../io/pipeFile.js';
import { type Interest, type Readiness, waitReady } from '../io/ready.js';
import { call } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { special } from '../object/attributes.js';
import { Exception, KeyError, OSError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { toArray } from '../object/iterate.js';
import { asDouble, asIndex, intValue } from '../object/number.js';
import { type Py, PyInstance } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyFloat, PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { interruptibleInProgram } from '../process/interruptible.js';
import { resumable } from '../threads/resumable.js';
import { scheduler } from '../threads/scheduler.js';
import type { WaitSource } from '../mp/index.js';
import { blocking } from './_thread.js';
import { sourceOfNumber } from './multiprocessing/numbers.js';

const POLL = {
  POLLIN: 1,
  POLLPRI: 2,
  POLLOUT: 4,
  POLLERR: 8,
  POLLHUP: 16,
  POLLNVAL: 32,
  POLLRDNORM: 64,
  POLLRDBAND: 128,
  POLLWRNORM: 256,
  POLLWRBAND: 512,
  POLLMSG: 1024,
  POLLRDHUP: 8192,
} as const;
const EPOLL = {
  EPOLLIN: 1,
  EPOLLPRI: 2,
  EPOLLOUT: 4,
  EPOLLERR: 8,
  EPOLLHUP: 16,
  EPOLLRDNORM: 64,
  EPOLLRDBAND: 128,
  EPOLLWRNORM: 256,
  EPOLLWRBAND: 512,
  EPOLLMSG: 1024,
  EPOLLRDHUP: 8192,
  EPOLLONESHOT: 1 << 30,
  EPOLLET: 0x80000000,
  EPOLLEXCLUSIVE: 1 << 28,
  EPOLL_CLOEXEC: 0x80000,
} as const;

/** C's limit of what `select` looks at. */
const FD_SETSIZE = 1024;

/** The descriptor of an object that is one or has one. */
function descriptorOf(o: Py): number {
  const number = intValue(o);
  if (number !== undefined) return checked(Number(number));
  const fileno = o === null ? undefined : special(o, 'fileno');
  if (fileno === undefined)
    throw TypeError(`argument must be an int, or have a fileno() method${rt.dialect === 2 ? '' : '.'}`);
  const fd = intValue(fileno(o));
  if (fd === undefined) throw TypeError('fileno() returned a non-integer');
  return checked(Number(fd));
}

function checked(fd: number): number {
  if (fd < 0) throw ValueError(`file descriptor cannot be a negative integer (${fd})`);
  return fd;
}

/** The same for `select`, whose sets have so much room. */
function selectable(o: Py): number {
  const fd = descriptorOf(o);
  if (fd >= FD_SETSIZE && sourceOfNumber(fd) === undefined) throw ValueError('filedescriptor out of range in select()');
  return fd;
}

/** What a descriptor refers to; the numbers of `multiprocessing` (connections, ends of processes) can be waited for as well. */
const fileOf = (fd: number): OpenFile | WaitSource => sourceOfNumber(fd) ?? fileAt(fd);
const isOpen = (fd: number): boolean => fileAtOrUndefined(fd) !== undefined || sourceOfNumber(fd) !== undefined;

function timeoutMs(timeout: Py): number {
  if (timeout === undefined || timeout === null) return Infinity;
  if (intValue(timeout) === undefined && special(timeout, '__float__') === undefined) {
    throw TypeError('timeout must be a float or None');
  }
  const seconds = asDouble(timeout);
  if (seconds < 0) throw rt.dialect === 2 ? error2(errnoOf('EINVAL')!) : ValueError('timeout must be non-negative');
  return seconds * 1000;
}

const selectedFile = (fd: number): OpenFile | WaitSource => (rt.dialect === 2 ? system2 : system)(() => fileOf(fd));

/** What one `select` looks at: its lists, and their files as they were when it began. */
interface Selection {
  readonly lists: Py[][];
  readonly interests: Interest[];
}

function selection(read: Py, write: Py, exceptional: Py): Selection {
  const lists = [read, write, exceptional].map((list) => {
    if ((special(list, '__iter__') ?? special(list, '__getitem__')) === undefined)
      throw TypeError('arguments 1-3 must be sequences');
    return toArray(list);
  });
  const interests: Interest[] = [];
  lists.forEach((list, i) => {
    for (const o of list) interests.push({ file: selectedFile(selectable(o)), read: i === 0, write: i === 1 });
  });
  return { lists, interests };
}

function select(read: Py, write: Py, exceptional: Py, timeout: Py): PyTuple {
  const limit = timeoutMs(timeout);
  // What it looks at is kept while the thread is suspended: another thread may close it meanwhile.
  return resumable(
    select,
    () => selection(read, write, exceptional),
    ({ lists, interests }) => {
      const found = waitFor(interests, limit);
      let at = 0;
      return new PyTuple(
        lists.map((list, i) => {
          const chosen = list.filter((_, k) => isChosen(found[at + k], i));
          at += list.length;
          return new PyList(chosen);
        }),
      );
    },
  );
}

function isChosen(found: Readiness | undefined, list: number): boolean {
  if (found === undefined || list === 2) return false;
  return list === 0 ? found.read || found.hangUp || found.error : found.write || found.error;
}

const waitFor = (interests: Interest[], ms: number): Readiness[] =>
  system2(() => interruptibleInProgram(() => (interests.length === 0 ? justWait(ms) : waitReady(interests, ms))));

/** Fails as the module does in Python 2, with a class of its own; in Python 3 nothing comes here. */
function system2<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const errno = errnoFrom(error);
    throw errno === undefined || rt.dialect !== 2 ? error : error2(errno);
  }
}

const error2 = (errno: number): Py => call(selectError2(), [errno, errorText(errno)]);

function justWait(ms: number): Readiness[] {
  const s = scheduler();
  s.waitFor({ ready: () => false, deadline: s.deadlineAfter(ms) });
  return [];
}

// ---------------------------------------------------------------- poll

class PyPoll extends PyInstance {
  readonly masks = new Map<number, number>();
}
const pollType: PyType = builtinType({ name: 'poll', js: PyPoll, module: 'select', subclassable: false });

/** Waits for registered descriptors; each with what happened. */
function pollAll(masks: ReadonlyMap<number, number>, limitMs: number): [number, number][] {
  const open = [...masks].filter(([fd]) => isOpen(fd));
  const interests = open.map(([fd, mask]) => ({
    file: fileOf(fd),
    read: (mask & (POLL.POLLIN | POLL.POLLPRI | POLL.POLLRDNORM)) !== 0,
    write: (mask & (POLL.POLLOUT | POLL.POLLWRNORM)) !== 0,
  }));
  const limit = open.length < masks.size ? 0 : limitMs;
  const found = waitFor(interests, limit);
  const events = new Map(
    open.map(([fd, mask], i) => [fd, eventOf(found[i], interests[i]!.file) & (mask | POLL.POLLERR | POLL.POLLHUP)]),
  );
  return [...masks.keys()]
    .map((fd): [number, number] => [fd, events.get(fd) ?? POLL.POLLNVAL])
    .filter(([, event]) => event !== 0);
}

function eventOf(found: Readiness | undefined, file: OpenFile | WaitSource): number {
  if (found === undefined) return 0;
  let event = 0;
  // What is left in a pipe can still be read after the other side is gone.
  if (found.read && !(found.hangUp && isEmpty(file))) event |= POLL.POLLIN;
  if (found.write) event |= POLL.POLLOUT;
  if (found.hangUp) event |= POLL.POLLHUP;
  if (found.error) event |= POLL.POLLERR;
  return event;
}

const isEmpty = (file: OpenFile | WaitSource): boolean => file instanceof PipeFile && !file.isSocket && file.isEmpty;

const pairs = (events: readonly [number, number][]): PyList => new PyList(events.map((event) => new PyTuple(event)));

defineMembers(pollType, () => ({
  register: method('(fd, eventmask=POLLIN | POLLPRI | POLLOUT, /)', (self: PyPoll, fd: Py, mask: Py) => {
    self.masks.set(
      descriptorOf(fd),
      mask === undefined ? POLL.POLLIN | POLL.POLLPRI | POLL.POLLOUT : Number(asIndex(mask)),
    );
    return null;
  }),
  modify: method('(fd, eventmask, /)', (self: PyPoll, fd: Py, mask: Py) => {
    const number = descriptorOf(fd);
    if (!self.masks.has(number)) throw ioError(errnoOf('ENOENT')!);
    self.masks.set(number, Number(asIndex(mask)));
    return null;
  }),
  unregister: method('(fd, /)', (self: PyPoll, fd: Py) => {
    const number = descriptorOf(fd);
    if (!self.masks.delete(number)) throw KeyError(number);
    return null;
  }),
  poll: blocking(
    method('(timeout=None, /)', (self: PyPoll, timeout: Py) => {
      const isNumber = intValue(timeout) !== undefined || timeout instanceof PyFloat;
      if (timeout !== undefined && timeout !== null && !isNumber) throw TypeError('timeout must be an integer or None');
      const ms = timeout === undefined || timeout === null ? Infinity : asDouble(timeout);
      return pairs(pollAll(self.masks, ms < 0 ? Infinity : ms));
    }),
  ),
}));

// ---------------------------------------------------------------- epoll

class PyEpoll extends PyInstance {
  readonly masks = new Map<number, number>();
  /** Descriptors that were registered with EPOLLONESHOT and have fired. */
  readonly spent = new Set<number>();
  fd = -1;
}
const epollType: PyType = builtinType({ name: 'epoll', js: PyEpoll, module: 'select' });

/** What the descriptor of an epoll object refers to. */
class EpollFile extends OpenFile {
  readonly native = -1;
  read(): number {
    return fail('EINVAL');
  }
  write(): number {
    return fail('EINVAL');
  }
  stat(): BigIntStats {
    return fail('EINVAL');
  }
  close(): void {}
}

function opened(self: PyEpoll): PyEpoll {
  if (self.fd < 0) throw ValueError(`I/O operation on closed epoll ${rt.dialect === 2 ? 'fd' : 'object'}`);
  return self;
}

function checkOpen(fd: number): void {
  if (!isOpen(fd)) throw ioError(errnoOf('EBADF')!);
}

function pollEpoll(self: PyEpoll, timeout: Py, maxevents: Py): PyList {
  opened(self);
  const limit = maxevents === undefined || Number(asIndex(maxevents)) === -1 ? Infinity : Number(asIndex(maxevents));
  if (limit <= 0) throw ValueError(`maxevents must be greater than 0, got ${limit}`);
  const seconds = timeout === undefined || timeout === null ? -1 : asDouble(timeout);
  const masks = new Map([...self.masks].filter(([fd]) => !self.spent.has(fd) && isOpen(fd)));
  const events = pollAll(masks, seconds < 0 ? Infinity : seconds * 1000).slice(0, limit);
  for (const [fd] of events) if ((self.masks.get(fd)! & EPOLL.EPOLLONESHOT) !== 0) self.spent.add(fd);
  return pairs(events);
}

function closeEpoll(self: PyEpoll): null {
  if (self.fd >= 0) closeDescriptor(self.fd);
  self.fd = -1;
  return null;
}

defineMembers(epollType, () => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, sizehint=-1, flags=0)',
      (cls: PyType) => Object.assign(new (cls.ctor as typeof PyEpoll)(), { fd: install(new EpollFile()) }),
      '__new__',
    ),
  ),
  register: method('(fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT)', (self: PyEpoll, fd: Py, mask: Py) => {
    const number = descriptorOf(fd);
    opened(self);
    checkOpen(number);
    if (self.masks.has(number)) throw ioError(errnoOf('EEXIST')!);
    self.masks.set(number, mask === undefined ? 7 : Number(asIndex(mask)));
    return null;
  }),
  modify: method('(fd, eventmask)', (self: PyEpoll, fd: Py, mask: Py) => {
    const number = descriptorOf(fd);
    opened(self);
    checkOpen(number);
    if (!self.masks.has(number)) throw ioError(errnoOf('ENOENT')!);
    self.masks.set(number, Number(asIndex(mask)));
    self.spent.delete(number);
    return null;
  }),
  unregister: method('(fd)', (self: PyEpoll, fd: Py) => {
    const number = descriptorOf(fd);
    opened(self);
    self.spent.delete(number);
    // A file that has been closed has left by itself.
    if (!isOpen(number)) {
      self.masks.delete(number);
      if (rt.dialect === 2) return null;
      checkOpen(number);
    }
    if (!self.masks.delete(number)) throw ioError(errnoOf('ENOENT')!);
    return null;
  }),
  poll: blocking(method('(timeout=None, maxevents=-1)', pollEpoll)),
  fileno: method('()', (self: PyEpoll) => opened(self).fd),
  close: method('()', closeEpoll),
  closed: getter((self: PyEpoll) => self.fd < 0),
  __enter__: method('()', opened),
  __exit__: method('(exc_type=None, exc_value=None, exc_tb=None, /)', closeEpoll),
}));

export default (): Record<string, Py> => ({
  error: rt.dialect === 2 ? selectError2() : OSError.type,
  select: blocking(fn('(rlist, wlist, xlist, timeout=None, /)', select)),
  poll: fn('()', () => new (pollType.ctor as typeof PyPoll)()),
  epoll: epollType,
  PIPE_BUF: 4096,
  ...POLL,
  ...EPOLL,
});

const selectError2 = (): PyType =>
  moduleState('select error', () =>
    builtinType({
      name: 'error',
      js: class extends Exception.type.ctor {},
      base: Exception.type,
      module: 'select',
      hasDict: true,
    }),
  );

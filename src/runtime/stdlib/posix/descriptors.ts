/** Functions of `os` on file descriptors. */
import * as fs from 'node:fs';
import { nameValue } from '../../builtins/ascii2.js';
import { osError, system } from '../../builtins/osError.js';
import { kindName } from '../../builtins/strArgs.js';
import * as table from '../../io/descriptors.js';
import { errnoOf } from '../../io/errnoTable.js';
import type { PyFile2 } from '../../io/file2.js';
import { fdopen2, flagsOf2 } from '../../io/file2Type.js';
import { fspath } from '../../io/paths.js';
import { opening } from '../../io/threadOpens.js';
import { answerOf } from '../../io/kernelCall.js';
import { fail } from '../../io/openFile.js';
import { SocketFile } from '../../io/socketFile.js';
import { type Steps, withSteps } from '../../threads/steps.js';
import { flushUnclosed } from '../../io/unclosed.js';
import { bytesResult, bytesToSend, joinBytes } from '../../io/values.js';
import { bufferOf, writableBufferOf } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { forEach, toArray } from '../../object/iterate.js';
import { asIndex, asSize, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { structSequence } from '../../builtins/structseq.js';
import { truthy } from '../../object/truth.js';
import type { Members } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { interruptibleInProgram } from '../../process/interruptible.js';
import { blocking } from '../_thread.js';
import { readSize } from '../termios/stty.js';
import { fdArg, intArg, sizeArg } from './arguments.js';
import { processHooks } from './hooks.js';
import { pathAt } from './relative.js';

const { fileAt } = table;
const invalid = (): Py => osError(errnoOf('EINVAL')!);

function open(path: Py, flags: Py, mode: Py, dirFd: Py): number {
  const target = pathAt(path, dirFd, 'open');
  flushUnclosed(target.path);
  return system(
    () => table.openPath(target.path, intArg(flags), mode === undefined ? 0o777 : intArg(mode)),
    target.shown,
  );
}

function read(fd: Py, length: Py): Py {
  const size = sizeArg(length);
  if (size < 0) throw invalid();
  const target = new Uint8Array(size);
  const count = system(() => interruptibleInProgram(() => fileAt(fdArg(fd)).read(target)));
  return bytesResult(count === size ? target : target.slice(0, count));
}

function write(fd: Py, data: Py): number {
  const bytes = bytesToSend(data, 'write() argument 2');
  return system(() => fileAt(fdArg(fd)).write(bytes));
}

function lseek(fd: Py, position: Py, whence: Py): number {
  return system(() => fileAt(fdArg(fd)).seek(asSize(position), intArg(whence)));
}

function dup2(fd: Py, target: Py, inheritable: Py): Py {
  system(() => table.duplicateTo(intArg(fd), intArg(target), inheritable === undefined || truthy(inheritable)));
  return rt.dialect === 2 ? null : Number(asIndex(target));
}

function pipe(): PyTuple {
  const [reader, writer] = system(() => processHooks().pipe());
  return new PyTuple([table.install(reader), table.install(writer)]);
}

/** Reads or writes at an offset, leaving the position alone. */
function at<T>(fd: number, offset: number, run: () => T): T {
  const file = fileAt(fd);
  const before = file.seek(0, 1);
  file.seek(offset, 0);
  try {
    return run();
  } finally {
    file.seek(before, 0);
  }
}

function readv(fd: Py, buffers: Py): number {
  let total = 0;
  for (const buffer of toArray(buffers)) {
    const target = writableBufferOf(buffer);
    const count = system(() => fileAt(fdArg(fd)).read(target));
    total += count;
    if (count < target.length) break;
  }
  return total;
}

function writev(fd: Py, buffers: Py): number {
  const parts: Uint8Array[] = [];
  forEach(buffers, (buffer) => {
    parts.push(bufferOf(buffer));
  });
  return parts.length === 0 ? 0 : system(() => fileAt(fdArg(fd)).write(joinBytes(parts)));
}

/** What `sendfile` is to send. */
function pieceOf(from: Py, offset: Py, count: Py): Uint8Array {
  const target = new Uint8Array(Math.min(sizeArg(count), 1 << 20));
  const source = fdArg(from);
  const read = () => fileAt(source).read(target);
  return target.subarray(
    0,
    system(() => (isPlaced(offset) ? at(source, asSize(offset), read) : read())),
  );
}

const isPlaced = (offset: Py): boolean => offset !== null && offset !== undefined;

/** Puts the file back to what was not sent. */
function sentOf(piece: Uint8Array, sent: number, from: Py, offset: Py): number {
  if (sent < piece.length && !isPlaced(offset)) fileAt(fdArg(from)).seek(sent - piece.length, 1);
  return sent;
}

function sendfile(out: Py, from: Py, offset: Py, count: Py): number {
  const piece = pieceOf(from, offset, count);
  return sentOf(
    piece,
    system(() => fileAt(fdArg(out)).write(piece)),
    from,
    offset,
  );
}

/** The same for a thread, which is suspended while a socket takes nothing. */
function* sendfileInThread(out: Py, from: Py, offset: Py, count: Py): Steps {
  const file = system(() => fileAt(fdArg(out)));
  if (!(file instanceof SocketFile)) return sendfile(out, from, offset, count);
  const piece = pieceOf(from, offset, count);
  const sent = yield* answerOf(file.beginSend(piece, null, file.isNonBlocking ? 0 : Infinity));
  return sentOf(piece, sent ?? system(() => fail('EAGAIN')), from, offset);
}

/** Copies bytes of one file to another, at the places given or where the files are. */
function copyFileRange(from: Py, to: Py, count: Py, fromOffset: Py, toOffset: Py): number {
  const size = sizeArg(count);
  if (size < 0) throw ValueError("negative value for 'count' not allowed");
  const [source, target] = [intArg(from), intArg(to)];
  const placed = <T>(fd: number, offset: Py, run: () => T): T =>
    offset === undefined || offset === null ? run() : at(fd, asSize(offset), run);
  const bytes = new Uint8Array(Math.min(size, 1 << 20));
  const got = system(() => placed(source, fromOffset, () => fileAt(source).read(bytes)));
  return system(() => placed(target, toOffset, () => fileAt(target).write(bytes.subarray(0, got))));
}

/** Makes a file at least so long. */
function allocate(fd: Py, offset: Py, length: Py): null {
  const [from, size] = [asSize(offset), asSize(length)];
  if (from < 0 || size <= 0) throw invalid();
  system(() => {
    const file = fileAt(intArg(fd));
    if (Number(file.stat().size) < from + size) file.truncate(from + size);
  });
  return null;
}

function terminalSize(fd: Py): PyTuple {
  const number = fd === undefined ? 1 : fdArg(fd);
  const file = system(() => fileAt(number));
  if (!file.isTerminal()) throw osError(errnoOf('ENOTTY')!);
  const [lines, columns] = system(() => readSize(file.native));
  return terminalSizeType().make([columns, lines]);
}

export const terminalSizeType = () => structSequence('os.terminal_size', ['columns', 'lines']);

function sync(run: (native: number) => void): Py {
  return fn('(fd)', (fd: Py) => {
    system(() => {
      const { native } = fileAt(fdArg(fd));
      if (native >= 0) run(native);
    });
    return null;
  });
}

function closeRange(low: Py, high: Py): null {
  for (const fd of table.openDescriptors()) if (fd >= intArg(low) && fd < intArg(high)) table.closeDescriptor(fd);
  return null;
}

function isatty(fd: Py): boolean {
  const number = intArg(fd);
  return table.fileAtOrUndefined(number)?.isTerminal() ?? false;
}

/** A file in memory: one without a name in the folder of shared memory. */
function createInMemory(name: Py, flags: Py): number {
  fspath(name);
  const wanted = flags === undefined ? MFD_CLOEXEC : intArg(flags);
  const fd = system(() => table.openPath(MEMORY_FOLDER, fs.constants.O_RDWR | O_TMPFILE, 0o777));
  if ((wanted & MFD_CLOEXEC) === 0) system(() => table.setInheritable(fd, true));
  return fd;
}
const MEMORY_FOLDER = '/dev/shm';
const MFD_CLOEXEC = 1;
const O_TMPFILE = 0o20200000;

const members3 = (): Members => ({
  memfd_create: fn('(name, flags=1)', createInMemory),
  pread: fn('(fd, length, offset, /)', (fd: Py, length: Py, offset: Py) =>
    system(() => at(fdArg(fd), asSize(offset), () => read(fd, length))),
  ),
  pwrite: fn('(fd, buffer, offset, /)', (fd: Py, data: Py, offset: Py) =>
    system(() => at(fdArg(fd), asSize(offset), () => write(fd, data))),
  ),
  readv: fn('(fd, buffers, /)', readv),
  writev: fn('(fd, buffers, /)', writev),
  preadv: fn('(fd, buffers, offset, flags=0, /)', (fd: Py, buffers: Py, offset: Py) =>
    system(() => at(fdArg(fd), asSize(offset), () => readv(fd, buffers))),
  ),
  pwritev: fn('(fd, buffers, offset, flags=0, /)', (fd: Py, buffers: Py, offset: Py) =>
    system(() => at(fdArg(fd), asSize(offset), () => writev(fd, buffers))),
  ),
  copy_file_range: fn('(src, dst, count, offset_src=None, offset_dst=None)', copyFileRange),
  posix_fallocate: fn('(fd, offset, length, /)', allocate),
  sendfile: withSteps(fn('(out_fd, in_fd, offset, count)', sendfile), sendfileInThread),
  pipe2: fn('(flags, /)', (flags: Py) => {
    const isNonBlocking = (intArg(flags) & fs.constants.O_NONBLOCK) !== 0;
    const ends = pipe();
    if (isNonBlocking) for (const fd of ends.items) fileAt(fd).isNonBlocking = true;
    return ends;
  }),
  get_inheritable: fn('(fd, /)', (fd: Py) => system(() => table.isInheritable(intArg(fd)))),
  set_inheritable: fn('(fd, inheritable, /)', (fd: Py, inheritable: Py) => {
    system(() => table.setInheritable(intArg(fd), truthy(inheritable)));
    return null;
  }),
  get_blocking: fn('(fd, /)', (fd: Py) => !system(() => fileAt(intArg(fd))).isNonBlocking),
  set_blocking: fn('(fd, blocking, /)', (fd: Py, blocking: Py) => {
    system(() => fileAt(intArg(fd))).isNonBlocking = !truthy(blocking);
    return null;
  }),
  get_terminal_size: fn('(fd=<unrepresentable>, /)', terminalSize),
  terminal_size: terminalSizeType().type,
  device_encoding: fn('(fd)', (fd: Py) => (isatty(fd) ? 'UTF-8' : null)),
  posix_fadvise: fn('(fd, offset, length, advice, /)', () => null),
});

/** What `os.popen` gives: a file whose `close` waits for the command, and gives its wait status unless that is 0. */
function commandFile(file: PyFile2, command: Py, mode: Py, pid: Py): PyFile2 {
  file.name = command;
  file.mode = String(mode);
  file.ended = () => system(() => processHooks().waitPid(intArg(pid), 0)).status || null;
  return file;
}

const members2 = (): Members => ({
  _command_file: fn('(file, command, mode, pid, /)', commandFile),
  fdopen: fn("(fd, mode='r', bufsize=-1)", (fd: Py, mode: Py, size: Py) => {
    const text = mode === undefined ? 'r' : nameValue(mode);
    if (text === undefined) throw TypeError(`argument 2 must be string, not ${kindName(mode)}`);
    flagsOf2(text);
    const number = intArg(fd);
    system(() => fileAt(number));
    return fdopen2(number, text, intValue(size) === undefined ? -1 : intArg(size));
  }),
});

export const descriptorMembers = (): Members => ({
  open: opening(fn('(path, flags, mode=511, *, dir_fd=None)', open), intArg),
  close: fn('(fd)', (fd: Py) => {
    system(() => table.closeDescriptor(fdArg(fd)));
    return null;
  }),
  closerange: fn('(fd_low, fd_high, /)', closeRange),
  read: blocking(fn('(fd, length, /)', read)),
  write: blocking(fn('(fd, data, /)', write)),
  lseek: fn('(fd, position, whence, /)', lseek),
  dup: fn('(fd, /)', (fd: Py) => system(() => table.install(fileAt(intArg(fd))))),
  dup2: fn('(fd, fd2, inheritable=True)', dup2),
  pipe: fn('()', pipe),
  isatty: fn('(fd, /)', isatty),
  ftruncate: fn('(fd, length, /)', (fd: Py, length: Py) => {
    system(() => fileAt(fdArg(fd)).truncate(sizeArg(length)));
    return null;
  }),
  fsync: sync(fs.fsyncSync),
  fdatasync: sync(fs.fdatasyncSync),
  ttyname: fn('(fd, /)', (fd: Py) => system(() => fs.readlinkSync(`/proc/self/fd/${fileAt(intArg(fd)).native}`))),
  // The library's modules, which are Python 3, find everything in both dialects.
  ...members3(),
  ...(rt.dialect === 2 ? members2() : {}),
});

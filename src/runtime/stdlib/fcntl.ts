/**
 * The `fcntl` module: locks on files, and what can be known of descriptors.
 *
 * Locks hold between the processes of one program; other programs do not see them.
 * Spec: https://docs.python.org/3/library/fcntl.html
 */

import { fileSystem } from '../builtins/osError.js';
import { fileAt, install, isInheritable, setInheritable } from '../io/descriptors.js';
import { fail, type OpenFile, SystemFile } from '../io/openFile.js';
import { PipeFile } from '../io/pipeFile.js';
import { bytesResult } from '../io/values.js';
import type { KernelClient } from '../kernel/client.js';
import type { LockMode } from '../kernel/fileLocks.js';
import { bufferOrUndefined } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { ioctl } from './fcntl/ioctl.js';
import { fdArg, intArg } from './posix/arguments.js';
import { parseNumbers } from './posix/constants.js';

const CONSTANTS = `
LOCK_SH=1 LOCK_EX=2 LOCK_NB=4 LOCK_UN=8 LOCK_MAND=32 LOCK_READ=64 LOCK_WRITE=128 LOCK_RW=192 F_DUPFD=0
F_DUPFD_CLOEXEC=1030 F_GETFD=1 F_SETFD=2 F_GETFL=3 F_SETFL=4 F_GETLK=5 F_SETLK=6 F_SETLKW=7 F_OFD_GETLK=36
F_OFD_SETLK=37 F_OFD_SETLKW=38 F_GETOWN=9 F_SETOWN=8 F_GETSIG=11 F_SETSIG=10 F_RDLCK=0 F_WRLCK=1 F_UNLCK=2
F_GETLK64=5 F_SETLK64=6 F_SETLKW64=7 FASYNC=8192 F_SETLEASE=1024 F_GETLEASE=1025 F_NOTIFY=1026 F_EXLCK=4 F_SHLCK=8
F_SETPIPE_SZ=1031 F_GETPIPE_SZ=1032 FICLONE=1074041865 FICLONERANGE=1075876877 F_GETOWN_EX=16 F_SETOWN_EX=15
F_OWNER_TID=0 F_OWNER_PID=1 F_OWNER_PGRP=2 F_GET_RW_HINT=1035 F_SET_RW_HINT=1036 F_GET_FILE_RW_HINT=1037
F_SET_FILE_RW_HINT=1038 RWH_WRITE_LIFE_NOT_SET=0 RWH_WRITE_LIFE_NONE=1 RWH_WRITE_LIFE_SHORT=2
RWH_WRITE_LIFE_MEDIUM=3 RWH_WRITE_LIFE_LONG=4 RWH_WRITE_LIFE_EXTREME=5 FD_CLOEXEC=1 DN_ACCESS=1 DN_MODIFY=2
DN_CREATE=4 DN_DELETE=8 DN_RENAME=16 DN_ATTRIB=32 DN_MULTISHOT=2147483648 F_ADD_SEALS=1033 F_GET_SEALS=1034
F_SEAL_SEAL=1 F_SEAL_SHRINK=2 F_SEAL_GROW=4 F_SEAL_WRITE=8 F_SEAL_FUTURE_WRITE=16
`;

const LOCK = { SH: 1, EX: 2, NB: 4, UN: 8 } as const;
const F = {
  DUPFD: 0,
  GETFD: 1,
  SETFD: 2,
  GETFL: 3,
  SETFL: 4,
  DUPFD_CLOEXEC: 1030,
  SETPIPE_SZ: 1031,
  GETPIPE_SZ: 1032,
} as const;
const PIPE_BYTES = 65536;
const FD_CLOEXEC = 1;
const O_NONBLOCK = 2048;
const O_APPEND = 1024;
const O_LARGEFILE = 32768;
const O_ACCMODE_RDWR = 2;

/** The line to the kernel; undefined where there is none, and so no other process either. */
const client = (): KernelClient | undefined => (rt.host as { client?: KernelClient } | undefined)?.client;

/** The file itself, whatever path it was opened by. */
function identity(file: OpenFile): string {
  const { dev, ino } = file.stat();
  return `${dev}:${ino}`;
}

/** Mode and whether to wait, out of a LOCK_ operation; EBADF or EINVAL for what is none. */
function operationOf(operation: number, wrong: string): { mode: LockMode; timeoutMs: number } {
  const kind = operation & ~LOCK.NB;
  const mode = kind === LOCK.SH ? 'shared' : kind === LOCK.EX ? 'exclusive' : kind === LOCK.UN ? 'none' : undefined;
  if (mode === undefined) return fail(wrong);
  return { mode, timeoutMs: (operation & LOCK.NB) === 0 ? -1 : 0 };
}

function lock(
  file: OpenFile,
  owner: string,
  operation: ReturnType<typeof operationOf>,
  start: number,
  end: number,
): void {
  const kernel = client();
  if (kernel === undefined) return;
  const done = kernel.call('fileLock', identity(file), owner, operation.mode, start, end, operation.timeoutMs);
  if (!done) fail('EAGAIN');
  if (file instanceof SystemFile) file.closing ??= () => kernel.post('fileLockClose', owner);
}

function flock(fd: Py, operation: Py): null {
  const number = fdArg(fd);
  fileSystem(() => {
    const file = fileAt(number);
    lock(file, `file ${file.native}`, operationOf(intArg(operation), 'EINVAL'), 0, Infinity);
  });
  return null;
}

function lockf(fd: Py, cmd: Py, len: Py = 0, start: Py = 0, whence: Py = 0): null {
  const number = fdArg(fd);
  const operation = intArg(cmd);
  if ((operation & (LOCK.SH | LOCK.EX | LOCK.UN)) === 0) throw ValueError('unrecognized lockf argument');
  fileSystem(() => {
    const file = fileAt(number);
    const kind = operationOf(operation, 'EBADF');
    const base = intArg(whence) === 0 ? 0 : intArg(whence) === 1 ? file.seek(0, 1) : Number(file.stat().size);
    const from = base + Number(asIndex(start));
    const size = Number(asIndex(len));
    lock(file, `pid ${rt.pid ?? process.pid}`, kind, from, size === 0 ? Infinity : from + size);
  });
  return null;
}

function control(fd: Py, cmd: Py, arg: Py): Py {
  const number = fdArg(fd);
  const command = intArg(cmd);
  const bytes = arg === undefined ? undefined : bufferOrUndefined(arg);
  const result = fileSystem(() => run(number, command, bytes === undefined && arg !== undefined ? intArg(arg) : 0));
  return bytes === undefined ? result : bytesResult(bytes.slice());
}

function run(fd: number, command: number, arg: number): number {
  const file = fileAt(fd);
  switch (command) {
    case F.DUPFD:
    case F.DUPFD_CLOEXEC:
      return install(file, arg, command === F.DUPFD);
    case F.GETFD:
      return isInheritable(fd) ? 0 : FD_CLOEXEC;
    case F.SETFD:
      setInheritable(fd, (arg & FD_CLOEXEC) === 0);
      return 0;
    case F.GETFL:
      return flagsOf(file);
    case F.SETFL:
      file.isNonBlocking = (arg & O_NONBLOCK) !== 0;
      return 0;
    case F.GETPIPE_SZ:
      return PIPE_BYTES;
    case F.SETPIPE_SZ:
      // A pipe of ours has one size, which is what the system gives to each.
      return file instanceof PipeFile ? PIPE_BYTES : fail('EBADF');
    default:
      return fail('EINVAL');
  }
}

function flagsOf(file: OpenFile): number {
  const blocking = file.isNonBlocking ? O_NONBLOCK : 0;
  if (!(file instanceof SystemFile)) return O_ACCMODE_RDWR | blocking;
  return file.access | (file.appends ? O_APPEND : 0) | O_LARGEFILE | blocking;
}

export default (): Members => ({
  ...parseNumbers(CONSTANTS),
  flock: fn('(fd, operation, /)', flock),
  lockf: fn('(fd, cmd, len=0, start=0, whence=0, /)', lockf),
  fcntl: fn('(fd, cmd, arg=0, /)', control),
  ioctl: fn('(fd, request, arg=0, mutate_flag=True, /)', ioctl),
});

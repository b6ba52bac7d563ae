/** Names of files: removing, renaming, links, and what is changed by name. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { errnoFrom, osError, system } from '../../builtins/osError.js';
import { fileAt } from '../../io/descriptors.js';
import { errnoOf } from '../../io/errnoTable.js';
import { host } from '../../io/host.js';
import { fail } from '../../io/openFile.js';
import { type NativePath, nameResult, type PathArg, pathOrFd } from '../../io/paths.js';
import { flushUnclosed } from '../../io/unclosed.js';
import { rt } from '../../object/context.js';
import { NotImplementedError, TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { asIndex } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { Members } from '../../object/type.js';
import { PyFloat, PyTuple } from '../../object/values.js';
import { fdArg, idArg, intArg, sizeArg } from './arguments.js';
import { pathAt, pathOrFdAt, unresolved } from './relative.js';

function unlink(name: string): Py {
  return fn(
    '(path, *, dir_fd=None)',
    (path: Py, dirFd: Py) => {
      const target = pathAt(path, dirFd, name);
      removeFile(target.path, target.shown);
      return null;
    },
    name,
  );
}

/** Removes a name. Linux says of a directory that it is one; other systems that it is not permitted. */
function removeFile(path: NativePath, shown: Py): void {
  try {
    fs.unlinkSync(path);
  } catch (error) {
    const errno = errnoFrom(error);
    if (errno === undefined) throw error;
    throw osError(errno, shown);
  }
}

function rename(name: string): Py {
  return fn(
    '(src, dst, *, src_dir_fd=None, dst_dir_fd=None)',
    (src: Py, dst: Py, srcFd: Py, dstFd: Py) => {
      const from = pathAt(src, srcFd, name, 'src');
      const to = pathAt(dst, dstFd, name, 'dst');
      flushUnclosed(from.path);
      // Python 2 does not say which of the two it was.
      const shown = rt.dialect === 2 ? [] : [from.shown, to.shown];
      system(() => fs.renameSync(from.path, to.path), ...shown);
      return null;
    },
    name,
  );
}

function link(src: Py, dst: Py, srcFd: Py, dstFd: Py): null {
  const from = pathAt(src, srcFd, 'link', 'src');
  const to = pathAt(dst, dstFd, 'link', 'dst');
  const shown = rt.dialect === 2 ? [] : [from.shown, to.shown];
  system(() => fs.linkSync(from.path, to.path), ...shown);
  return null;
}

function symlink(src: Py, dst: Py, _isDirectory: Py, dirFd: Py): null {
  // The target is kept as it was given, not made absolute.
  const from = unresolved(src, 'symlink', 'src');
  const to = pathAt(dst, dirFd, 'symlink', 'dst');
  const shown = rt.dialect === 2 ? [] : [from.shown, to.shown];
  system(() => fs.symlinkSync(from.path, to.path), ...shown);
  return null;
}

function readlink(path: Py, dirFd: Py): Py {
  const target = pathAt(path, dirFd, 'readlink');
  const found = system(() => fs.readlinkSync(target.path, { encoding: 'buffer' }), target.shown);
  return nameResult(found, target.isBytes);
}

/** Linux has no modes of links. */
function chmodUnfollowed(path: NativePath, bits: number): void {
  if (fs.lchmodSync !== undefined) return fs.lchmodSync(path, bits);
  if (fs.lstatSync(path).isSymbolicLink())
    throw NotImplementedError('chmod: follow_symlinks unavailable on this platform');
  fs.chmodSync(path, bits);
}

const chmod = (path: Py, mode: Py, dirFd: Py, follow: Py): null =>
  setMode(pathOrFdAt(path, dirFd, 'chmod'), intArg(mode), follow);

function setMode(target: PathArg | number, bits: number, follow: Py): null {
  if (typeof target === 'number') system(() => fs.fchmodSync(fileAt(target).native, bits));
  else if (follow !== undefined && !truthy(follow)) system(() => chmodUnfollowed(target.path, bits), target.shown);
  else system(() => fs.chmodSync(target.path, bits), target.shown);
  return null;
}

const chown = (path: Py, uid: Py, gid: Py, dirFd: Py, follow: boolean): null =>
  setOwner(pathOrFdAt(path, dirFd, 'chown'), uid, gid, follow);

function setOwner(target: PathArg | number, uid: Py, gid: Py, follow: boolean): null {
  const user = idArg(uid, 'uid');
  const group = idArg(gid, 'gid');
  if (typeof target === 'number') system(() => fs.fchownSync(fileAt(target).native, user, group));
  else system(() => (follow ? fs.chownSync : fs.lchownSync)(target.path, user, group), target.shown);
  return null;
}

const BILLION = 1_000_000_000n;

/** Access and modification time in seconds, from `times` (seconds) or `ns` (nanoseconds), or now. */
function timesOf(times: Py, ns: Py): [number, number] {
  if (times !== undefined && times !== null && ns !== undefined) {
    throw ValueError("utime: you may specify either 'times' or 'ns' but not both");
  }
  if (ns !== undefined) {
    const [atime, mtime] = pairOf(ns, 'ns').map((t) => Number(BigInt(asIndex(t))) / Number(BILLION));
    return [atime!, mtime!];
  }
  if (times === undefined || times === null) {
    const now = Date.now() / 1000;
    return [now, now];
  }
  const [atime, mtime] = pairOf(times, 'times').map((t) => (t instanceof PyFloat ? t.v : Number(asIndex(t))));
  return [atime!, mtime!];
}

/** Node's libuv before 1.52 cuts off what is below a microsecond, and with it what a double lacks of one. */
const [uvMajor, uvMinor] = process.versions.uv.split('.').map(Number) as [number, number];
const CUT_OFF = uvMajor === 1 && uvMinor < 52 ? 4e-7 : 0;

/** A time as Node is to be told it. It takes a number below 0 for now, but not a date. */
const nodeTime = (seconds: number): number | Date => (seconds < 0 ? new Date(seconds * 1000) : seconds + CUT_OFF);

function pairOf(o: Py, name: string): Py[] {
  if (o instanceof PyTuple && o.items.length === 2) return o.items;
  if (rt.dialect === 2) throw TypeError('utime() arg 2 must be a tuple (atime, mtime)');
  throw TypeError(
    name === 'ns'
      ? "utime: 'ns' must be a tuple of two ints"
      : "utime: 'times' must be either a tuple of two ints or None",
  );
}

function utime(path: Py, times: Py, ns: Py, dirFd: Py, follow: Py): null {
  const [atime, mtime] = timesOf(times, ns).map(nodeTime) as [number, number];
  const target = pathOrFdAt(path, dirFd, 'utime');
  if (typeof target === 'number') system(() => fs.futimesSync(fileAt(target).native, atime, mtime));
  else {
    const set = follow === undefined || truthy(follow) ? fs.utimesSync : fs.lutimesSync;
    system(() => set(target.path, atime, mtime), target.shown);
  }
  return null;
}

/** Node has no call for it: the program of that name makes the pipe. Its errors name no file. */
function mkfifo(path: Py, mode: Py = 0o666, dirFd: Py = null): null {
  const target = pathAt(path, dirFd, 'mkfifo');
  const bits = intArg(mode);
  system(() => {
    if (bits < 0) fail('EINVAL');
    if (fs.lstatSync(target.path, { throwIfNoEntry: false }) !== undefined) fail('EEXIST');
    const file = target.path.toString();
    const folder = dirname(file);
    if (!fs.existsSync(folder)) fail('ENOENT');
    const mask = host().umask ?? process.umask();
    const { error, status } = spawnSync('mkfifo', ['-m', (bits & ~mask).toString(8), '--', file], { stdio: 'ignore' });
    if (error !== undefined) fail('ENOSYS');
    if (status === 0) return;
    fs.accessSync(folder, fs.constants.W_OK);
    fail('EPERM');
  });
  return null;
}

function truncate(path: Py, length: Py): null {
  const size = sizeArg(length);
  const target = pathOrFd(path, 'truncate');
  if (size < 0) throw osError(errnoOf('EINVAL')!, typeof target === 'number' ? undefined : target.shown);
  if (typeof target === 'number') system(() => fileAt(target).truncate(size));
  else {
    flushUnclosed(target.path);
    system(() => fs.truncateSync(target.path as string, size), target.shown);
  }
  return null;
}

export const nameMembers = (): Members => ({
  remove: unlink('remove'),
  unlink: unlink('unlink'),
  rename: rename('rename'),
  replace: rename('replace'),
  link: fn('(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)', link),
  symlink: fn('(src, dst, target_is_directory=False, *, dir_fd=None)', symlink),
  readlink: fn('(path, *, dir_fd=None)', readlink),
  chmod: fn('(path, mode, *, dir_fd=None, follow_symlinks=True)', chmod),
  fchmod: fn('(fd, mode)', (fd: Py, mode: Py) => setMode(fdArg(fd), intArg(mode), undefined)),
  chown: fn(
    '(path, uid, gid, *, dir_fd=None, follow_symlinks=True)',
    (path: Py, uid: Py, gid: Py, dirFd: Py, follow: Py) =>
      chown(path, uid, gid, dirFd, follow === undefined || truthy(follow)),
  ),
  fchown: fn('(fd, uid, gid)', (fd: Py, uid: Py, gid: Py) => setOwner(fdArg(fd), uid, gid, true)),
  lchown: fn('(path, uid, gid)', (path: Py, uid: Py, gid: Py) => chown(path, uid, gid, null, false)),
  utime: fn('(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)', utime),
  truncate: fn('(path, length)', truncate),
  mkfifo: fn('(path, mode=438, *, dir_fd=None)', mkfifo),
});

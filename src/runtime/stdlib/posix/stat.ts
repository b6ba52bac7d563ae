/** `stat` and its kin: what the system says of a file. */
import * as fs from 'node:fs';
import { system } from '../../builtins/osError.js';
import { fileAt } from '../../io/descriptors.js';
import { type PathArg, pathOrFd } from '../../io/paths.js';
import { flushUnclosed } from '../../io/unclosed.js';
import { rt } from '../../object/context.js';
import { OverflowError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { asIndex, normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { structSequence } from '../../builtins/structseq.js';
import { truthy } from '../../object/truth.js';
import type { Members } from '../../object/type.js';
import { PyFloat, type PyTuple } from '../../object/values.js';
import { fdArg, intArg } from './arguments.js';
import { pathAt, pathOrFdAt } from './relative.js';

const STAT_FIELDS =
  'st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime ' +
  'st_atime st_mtime st_ctime st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks st_rdev';
const STAT_FIELDS2 =
  'st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime ' +
  'st_atime st_mtime st_ctime st_blksize st_blocks st_rdev';

export const statResult = () =>
  rt.dialect === 2
    ? structSequence('posix.stat_result', STAT_FIELDS2.split(' '), 10)
    : structSequence('os.stat_result', STAT_FIELDS.split(' '), 10);

const BILLION = 1_000_000_000n;

/** Seconds of a time in nanoseconds, as CPython computes the float. */
function seconds(ns: bigint): PyFloat {
  let whole = ns / BILLION;
  let rest = ns % BILLION;
  if (rest < 0n) {
    whole -= 1n;
    rest += BILLION;
  }
  return new PyFloat(Number(whole) + 1e-9 * Number(rest));
}

const wholeSeconds = (ns: bigint): number => {
  const whole = ns / BILLION;
  return Number(ns % BILLION < 0n ? whole - 1n : whole);
};

export function makeStat(s: fs.BigIntStats): PyTuple {
  const times = [s.atimeNs, s.mtimeNs, s.ctimeNs];
  const visible = [s.mode, s.ino, s.dev, s.nlink, s.uid, s.gid, s.size].map(normalInt);
  return statResult().make([
    ...visible,
    ...times.map(wholeSeconds),
    ...times.map(seconds),
    ...(rt.dialect === 2 ? [] : times.map(normalInt)),
    normalInt(s.blksize),
    normalInt(s.blocks),
    normalInt(s.rdev),
  ]);
}

function statOf(path: Py, dirFd: Py, name: string, follow: boolean): PyTuple {
  const target = pathOrFdAt(path, dirFd, name);
  if (typeof target === 'number') return makeStat(system(() => fileAt(target).stat()));
  flushUnclosed(target.path);
  const read = follow ? fs.statSync : fs.lstatSync;
  return makeStat(system(() => read(target.path, { bigint: true }), target.shown));
}

const STATVFS_FIELDS = 'f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax f_fsid';

function statvfsResult() {
  const isTwo = rt.dialect === 2;
  const fields = STATVFS_FIELDS.split(' ');
  const name = isTwo ? 'posix.statvfs_result' : 'os.statvfs_result';
  return structSequence(name, isTwo ? fields.slice(0, 10) : fields, 10);
}

function statvfs(target: PathArg | number): PyTuple {
  const name = typeof target === 'number' ? `/proc/self/fd/${fileAt(target).native}` : target.path;
  const s = system(() => fs.statfsSync(name, { bigint: true }), typeof target === 'number' ? undefined : target.shown);
  const values = [s.bsize, s.bsize, s.blocks, s.bfree, s.bavail, s.files, s.ffree, s.ffree].map(normalInt);
  return statvfsResult().make([...values, 4096, 255, 0]);
}

/** Numbers of devices as Linux puts them together: the low bits of both are next to each other, the high ones before them. */
function makedev(major: number, minor: number): Py {
  const high = (BigInt(major & ~0xfff) << 32n) | (BigInt(minor & ~0xff) << 12n);
  return normalInt(high | BigInt(((major & 0xfff) << 8) | (minor & 0xff)));
}

const majorOf = (device: bigint): number => Number(((device >> 32n) & 0xfffff000n) | ((device >> 8n) & 0xfffn));
const minorOf = (device: bigint): number => Number(((device >> 12n) & 0xffffff00n) | (device & 0xffn));

/** A part of a device's number; -1 says that there is none. */
function partOf(device: Py, part: (number: bigint) => number): number {
  const number = BigInt(asIndex(device));
  if (number === -1n) return -1;
  if (number < 0n) throw OverflowError("can't convert negative int to unsigned");
  if (number >= 1n << 64n) throw OverflowError('int too big to convert');
  return part(number);
}

/** `access(path, mode)`. */
function access(path: Py, mode: Py, dirFd: Py): boolean {
  const target = pathAt(path, dirFd, 'access');
  try {
    fs.accessSync(target.path, intArg(mode));
    return true;
  } catch {
    return false;
  }
}

export const statMembers = (): Members => ({
  stat_result: statResult().type,
  statvfs_result: statvfsResult().type,
  stat: fn('(path, *, dir_fd=None, follow_symlinks=True)', (path: Py, dirFd: Py, follow: Py) => {
    return statOf(path, dirFd, 'stat', follow === undefined || truthy(follow));
  }),
  lstat: fn('(path, *, dir_fd=None)', (path: Py, dirFd: Py) => {
    return statOf(path, dirFd, 'lstat', false);
  }),
  fstat: fn('(fd)', (fd: Py) => {
    const number = fdArg(fd);
    return makeStat(system(() => fileAt(number).stat()));
  }),
  statvfs: fn('(path)', (path: Py) => statvfs(pathOrFd(path, 'statvfs'))),
  fstatvfs: fn('(fd, /)', (fd: Py) => statvfs(fdArg(fd))),
  makedev: fn('(major, minor, /)', (major: Py, minor: Py) => makedev(intArg(major), intArg(minor))),
  major: fn('(device, /)', (device: Py) => partOf(device, majorOf)),
  minor: fn('(device, /)', (device: Py) => partOf(device, minorOf)),
  access: fn('(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)', access),
});

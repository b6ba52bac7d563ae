/**
 * Paths relative to a directory's descriptor (`dir_fd`): Linux gives the directory a name in `/proc`, and what the name
 * leads to is looked up from there.
 */
import { osError } from '../../builtins/osError.js';
import { fileAtOrUndefined } from '../../io/descriptors.js';
import { errnoOf } from '../../io/errnoTable.js';
import { type NativePath, type PathArg, pathArg, pathOrFd } from '../../io/paths.js';
import { special } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import { NotImplementedError, TypeError, ValueError } from '../../object/errors.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { intArg } from './arguments.js';

/** Whether the system names descriptors. Python 2 has no such arguments. */
export const hasDirFd = (): boolean => process.platform === 'linux' && rt.dialect === 3;

/** What `os` derives `supports_dir_fd` and `supports_effective_ids` from. */
export const HAVE_DIR_FD =
  'FACCESSAT FCHMODAT FCHOWNAT FSTATAT FUTIMESAT LINKAT MKDIRAT MKFIFOAT OPENAT READLINKAT RENAMEAT SYMLINKAT UNLINKAT UTIMENSAT';

const isGiven = (dirFd: Py): boolean => dirFd !== undefined && dirFd !== null;

/** A path argument; where a directory's descriptor is given, and the path does not begin at the root, one from there. */
export function pathAt(o: Py, dirFd: Py, name: string, argument = 'path'): PathArg {
  return isGiven(dirFd) ? from(directory(dirFd), unresolved(o, name, argument)) : pathArg(o, name, argument);
}

/** A path from such a directory, or a descriptor. */
export function pathOrFdAt(o: Py, dirFd: Py, name: string): PathArg | number {
  if (!isGiven(dirFd)) return pathOrFd(o, name);
  if (intValue(o) !== undefined) throw ValueError(`${name}: can't specify dir_fd without matching path`);
  return from(directory(dirFd), unresolved(o, name, 'path'));
}

/** A path argument as it was given, not made absolute. */
export function unresolved(o: Py, name: string, argument: string): PathArg {
  const { cwd } = rt;
  rt.cwd = undefined;
  try {
    return pathArg(o, name, argument);
  } finally {
    rt.cwd = cwd;
  }
}

function directory(dirFd: Py): number {
  if (!hasDirFd()) throw NotImplementedError('dir_fd unavailable on this platform');
  if (intValue(dirFd) === undefined && special(dirFd, '__index__') === undefined)
    throw TypeError(`argument should be integer or None, not ${typeOf(dirFd).name}`);
  return intArg(dirFd);
}

function from(fd: number, given: PathArg): PathArg {
  const { path, shown } = given;
  if (path.length === 0 || isAbsolute(path)) return given;
  const native = fileAtOrUndefined(fd)?.native ?? -1;
  if (native < 0) throw osError(errnoOf('EBADF')!, shown);
  const base = `/proc/self/fd/${native}/`;
  return { ...given, path: typeof path === 'string' ? base + path : Buffer.concat([Buffer.from(base), path]) };
}

const isAbsolute = (path: NativePath): boolean =>
  typeof path === 'string' ? path.startsWith('/') : path[0] === '/'.charCodeAt(0);

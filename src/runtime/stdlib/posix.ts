/**
 * The `posix` module: the functions of the system that `os` gives to programs.
 *
 * Each Python process has descriptors, a current directory, an environment and a umask of its own.
 * Missing: extended attributes, terminals, `eventfd`, `timerfd`.
 * Spec: https://docs.python.org/3/library/os.html
 */
import { LATER, type LaterMembers } from '../import/load.js';
import { rt } from '../object/context.js';
import { OSError } from '../object/errors.js';
import type { Members } from '../object/type.js';
import { PyList } from '../object/values.js';
import { constants } from './posix/constants.js';
import { descriptorMembers } from './posix/descriptors.js';
import { directoryMembers } from './posix/directories.js';
import { environmentMembers, laterEnvironment } from './posix/environment.js';
import { nameMembers } from './posix/names.js';
import { pathPartMembers } from './posix/pathParts.js';
import { laterNames, processMembers } from './posix/process.js';
import { HAVE_DIR_FD, hasDirFd } from './posix/relative.js';
import { spawnMembers } from './posix/spawn.js';
import { waitidMembers } from './posix/waitid.js';
import { statMembers } from './posix/stat.js';

/** What `os` derives `supports_fd` and the like from: what is really there. */
const HAVE = 'FCHDIR FCHMOD FCHOWN FDOPENDIR FSTATVFS FTRUNCATE FUTIMENS FUTIMES LCHOWN LSTAT LUTIMES';

export default (): Members & { [LATER]: LaterMembers } => ({
  error: OSError.type,
  ...constants(),
  ...descriptorMembers(),
  ...directoryMembers(),
  ...environmentMembers(),
  ...nameMembers(),
  ...processMembers(),
  ...(rt.dialect === 3 ? { ...spawnMembers(), ...waitidMembers() } : {}),
  ...statMembers(),
  ...pathPartMembers(),
  _have_functions: new PyList((hasDirFd() ? `${HAVE} ${HAVE_DIR_FD}` : HAVE).split(' ').map((name) => `HAVE_${name}`)),
  [LATER]: new Map([...laterEnvironment(), ...laterNames()]),
});

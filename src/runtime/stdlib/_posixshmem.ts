/** The `_posixshmem` module: shared memory by name, which on Linux is the files in /dev/shm. */
import { getAttr } from '../object/attributes.js';
import { callKw } from '../object/call.js';
import { fn } from '../object/fn.js';
import { importModule } from '../import/importFunction.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { TypeError, ValueError } from '../object/errors.js';
import { typeOf } from '../object/typeof.js';

const FOLDER = '/dev/shm';
const CLOSE_ON_EXEC = 0o2000000;

const posix = (name: string): Py => getAttr(importModule('posix', null, ['*'], 0), name);

function fileOf(path: Py): string {
  const name = strValue(path);
  if (name === undefined) throw TypeError(`shm_open() argument 1 must be str, not ${typeOf(path).name}`);
  if (name.includes('\0')) throw ValueError('embedded null character');
  return `${FOLDER}/${name.replace(/^\/+/, '')}`;
}

export default function _posixshmem(): Record<string, Py> {
  return {
    shm_open: fn('(path, flags, mode=511)', (path: Py, flags: Py, mode: Py) =>
      callKw(posix('open'), [fileOf(path), Number(flags) | CLOSE_ON_EXEC, mode ?? 0o777], null),
    ),
    shm_unlink: fn('(path)', (path: Py) => callKw(posix('unlink'), [fileOf(path)], null)),
  };
}

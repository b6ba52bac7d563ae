/**
 * `reduction.DupFd`: a file descriptor on its way to another process.
 *
 * All processes are threads of one, so what travels is the number that the operating system knows the file by: that of a second opening, which
 * whoever sends may close its own before.
 */
import { closeSync, openSync } from 'node:fs';
import { osError } from '../../builtins/osError.js';
import { registerShared } from '../../codec/shared.js';
import { fileAtOrUndefined, install } from '../../io/descriptors.js';
import { SystemFile } from '../../io/openFile.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { asSize } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { builtinType } from '../../object/type.js';

const EBADF = 9;
const MODES = ['r', 'r+', 'r+'];

class PyDupFd extends PyObject {
  native = -1;
  access = 0;
}
const dupFdType = builtinType({ name: 'DupFd', js: PyDupFd, module: 'multiprocessing.resource_sharer' });

registerShared(dupFdType, {
  kind: 'mp.DupFd',
  inMessages: true,
  encode: ({ native, access }: PyDupFd) => [native, access],
  decode: (data) => {
    const [native, access] = data as [number, number];
    return Object.assign(new PyDupFd(), { native, access });
  },
});

/** A second opening of the file of a descriptor. Errors: EBADF. */
export function newDupFd(fd: Py): PyDupFd {
  const file = fileAtOrUndefined(asSize(fd));
  if (!(file instanceof SystemFile)) throw osError(EBADF);
  const native = openSync(`/proc/self/fd/${file.native}`, MODES[file.access]!);
  return Object.assign(new PyDupFd(), { native, access: file.access });
}

defineMembers(dupFdType, () => ({
  /** The descriptor in this process. */
  detach: method('()', (self: PyDupFd) => {
    const { native, access } = self;
    if (native < 0) throw osError(EBADF);
    self.native = -1;
    return install(new SystemFile(native, false, access));
  }),
  close: method('()', (self: PyDupFd) => {
    if (self.native >= 0) closeSync(self.native);
    self.native = -1;
    return null;
  }),
}));

export const DupFd = fn('(fd)', newDupFd, 'DupFd');

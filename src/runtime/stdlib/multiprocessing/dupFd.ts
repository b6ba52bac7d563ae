/**
 * `reduction.DupFd`: a file descriptor on its way to another process.
 *
 * All processes are threads of one, so what travels is the number that the operating system knows the file by: that of a second opening, which
 * whoever sends may close its own before. Pipes within the program lie in the arena: their ends travel as those of connections do.
 */
import { closeSync, openSync } from 'node:fs';
import { osError } from '../../builtins/osError.js';
import { type Plain, registerShared } from '../../codec/shared.js';
import { fileAtOrUndefined, install } from '../../io/descriptors.js';
import { SystemFile } from '../../io/openFile.js';
import { PipeFile } from '../../io/pipeFile.js';
import { closeHandle, handleAddress, openHandle, type PipeEnd } from '../../mp/index.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { asSize } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { builtinType } from '../../object/type.js';
import { adoptEnd, describeEnd } from './pipeEnds.js';
import { arena } from './support.js';

const EBADF = 9;
const MODES = ['r', 'r+', 'r+'];

class PyDupFd extends PyObject {
  native = -1;
  access = 0;
  /** The ends of a pipe or pair of sockets instead. */
  end: PipeEnd | null = null;
  isSocket = false;
}
const dupFdType = builtinType({ name: 'DupFd', js: PyDupFd, module: 'multiprocessing.resource_sharer' });

registerShared(dupFdType, {
  kind: 'mp.DupFd',
  inMessages: true,
  encode: (self: PyDupFd, transfer): Plain => {
    const { native, access, end, isSocket } = self;
    if (end === null) return [native, access, null, isSocket];
    const described = describeEnd(arena(), end, transfer);
    // From here on the message holds them open.
    if (transfer === 'message') closeEnd(self);
    return [native, access, described, isSocket];
  },
  decode: (data) => {
    const [native, access, described, isSocket] = data as [number, number, Plain, boolean];
    const end = described === null ? null : adoptEnd(arena(), described);
    return Object.assign(new PyDupFd(), { native, access, end, isSocket });
  },
});

function closeEnd(self: PyDupFd): void {
  const { reader = 0, writer = 0 } = self.end ?? {};
  self.end = null;
  for (const handle of [reader, writer]) if (handle !== 0) closeHandle(arena(), handle);
}

/** Ends of its own on what an open pipe reads and writes. */
function secondEnd({ reader, writer }: PipeFile): PipeEnd {
  const shared = arena();
  return {
    reader: reader === 0 ? 0 : openHandle(shared, 'reader', handleAddress(shared, reader)),
    writer: writer === 0 ? 0 : openHandle(shared, 'writer', handleAddress(shared, writer)),
  };
}

/** A second opening of the file of a descriptor. Errors: EBADF. */
export function newDupFd(fd: Py): PyDupFd {
  const file = fileAtOrUndefined(asSize(fd));
  if (file instanceof PipeFile) {
    return Object.assign(new PyDupFd(), { end: secondEnd(file), isSocket: file.isSocket });
  }
  if (!(file instanceof SystemFile)) throw osError(EBADF);
  const native = openSync(`/proc/self/fd/${file.native}`, MODES[file.access]!);
  return Object.assign(new PyDupFd(), { native, access: file.access });
}

defineMembers(dupFdType, () => ({
  /** The descriptor in this process. */
  detach: method('()', (self: PyDupFd) => {
    const { native, access, end, isSocket } = self;
    if (end !== null) {
      self.end = null;
      return install(new PipeFile(arena(), end.reader, end.writer, isSocket));
    }
    if (native < 0) throw osError(EBADF);
    self.native = -1;
    return install(new SystemFile(native, false, access));
  }),
  close: method('()', (self: PyDupFd) => {
    closeEnd(self);
    if (self.native >= 0) closeSync(self.native);
    self.native = -1;
    return null;
  }),
}));

export const DupFd = fn('(fd)', newDupFd, 'DupFd');

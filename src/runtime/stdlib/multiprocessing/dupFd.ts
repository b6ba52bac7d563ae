/** `reduction.DupFd`: an open file on its way to another process, independent of the descriptor that it was made of. */
import { osError } from '../../builtins/osError.js';
import { type Plain, registerShared } from '../../codec/shared.js';
import { fileAtOrUndefined, install } from '../../io/descriptors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { asSize, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { libraryClass } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { discardFile, packFile, unpackFile } from './travelling.js';

const EBADF = 9;

class PyDupFd extends PyObject {
  /** What holds the file open; null once it was given away. */
  packed: Plain = null;

  take(): Plain {
    const { packed } = this;
    if (packed === null) throw osError(EBADF);
    this.packed = null;
    return packed;
  }
}
const dupFdType = libraryClass({ name: 'DupFd', js: PyDupFd, module: 'multiprocessing.resource_sharer' });

registerShared(dupFdType, {
  kind: 'mp.DupFd',
  inMessages: true,
  encode: (self: PyDupFd, transfer): Plain => (transfer === 'message' ? self.take() : self.packed),
  decode: (packed) => Object.assign(new PyDupFd(), { packed }),
});

/** A second opening of the file of a descriptor. Errors: EBADF. */
export function newDupFd(fd: Py): PyDupFd {
  const file = fileAtOrUndefined(asSize(fd));
  if (file === undefined) throw osError(EBADF);
  return Object.assign(new PyDupFd(), { packed: packFile(file) });
}

/** Something else of the program's that is on its way, in a form that can be pickled. */
export const inParcel = (packed: Plain): PyDupFd => Object.assign(new PyDupFd(), { packed });

/** What is in it. Errors: EBADF, when it was taken already. */
export const takeParcel = (parcel: PyDupFd): Plain => parcel.take();

/** Makes one again from what a pickle holds. */
export const fromPickle = fn(
  '(text)',
  (text: Py) => inParcel(JSON.parse(strValue(text) ?? '') as Plain),
  '_dup_from_pickle',
);

defineMembers(dupFdType, () => ({
  __reduce__: method('()', (self: PyDupFd) => new PyTuple([fromPickle, new PyTuple([JSON.stringify(self.take())])])),
  /** The descriptor in this process. */
  detach: method('()', (self: PyDupFd) => install(unpackFile(self.take()))),
  close: method('()', (self: PyDupFd) => {
    if (self.packed !== null) discardFile(self.take());
    return null;
  }),
}));

export const DupFd = fn('(fd)', newDupFd, 'DupFd');

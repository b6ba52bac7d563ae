/**
 * `_pickle`: what `pickle` uses where it can.
 * Spec: https://docs.python.org/3/library/pickle.html
 */
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { pickleBufferType } from '../pickle/buffer.js';
import { pickleErrorType, picklingErrorType, unpicklingErrorType } from '../pickle/errors.js';
import {
  asBytes,
  bytesSource,
  dump,
  dumps,
  loads,
  picklerType,
  sourceOfFile,
  unpicklerType,
} from '../pickle/members.js';

export default (): Record<string, Py> => ({
  __doc__: 'Optimized C implementation for the Python pickle module.',
  PickleError: pickleErrorType,
  PicklingError: picklingErrorType,
  UnpicklingError: unpicklingErrorType,
  Pickler: picklerType,
  Unpickler: unpicklerType,
  PickleBuffer: pickleBufferType,
  dump: fn('(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)', dump),
  dumps: fn(
    '(obj, protocol=None, *, fix_imports=True, buffer_callback=None)',
    (o: Py, protocol: Py, fixImports: Py, callback: Py) => asBytes(dumps(o, protocol, fixImports, callback)),
  ),
  load: fn(
    '(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=())',
    (file: Py, fix_imports: Py, encoding: Py, errors: Py, buffers: Py) =>
      loads(sourceOfFile(file), { fix_imports, encoding, errors, buffers }).load(),
  ),
  loads: fn(
    '(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=())',
    (data: Py, fix_imports: Py, encoding: Py, errors: Py, buffers: Py) =>
      loads(bytesSource(data), { fix_imports, encoding, errors, buffers }).load(),
  ),
});

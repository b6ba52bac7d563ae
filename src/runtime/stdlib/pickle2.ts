/**
 * Python 2's `pickle` and `cPickle`: protocols 0 to 2.
 * Spec: https://docs.python.org/2.7/library/pickle.html
 */
import { fn } from '../object/fn.js';
import { bigintBytes, bigintFromBytes } from '../codec/writer.js';
import { bufferOf } from '../object/buffer.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyList, PyLong } from '../object/values.js';
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

const OPTIONS = { fix_imports: undefined, encoding: undefined, errors: undefined, buffers: undefined };

/** What the formats have for a long: its bytes in two's complement, the lowest first. */
const decodeLong = (data: Py): Py => {
  const value = bigintFromBytes(bufferOf(data));
  return Number.isSafeInteger(Number(value)) ? new PyLong(value) : value;
};

const members = (isC2: boolean): Record<string, Py> => ({
  PickleError: pickleErrorType,
  PicklingError: picklingErrorType,
  UnpicklingError: unpicklingErrorType,
  UnpickleableError: picklingErrorType,
  Pickler: picklerType,
  Unpickler: unpicklerType,
  HIGHEST_PROTOCOL: 2,
  format_version: '2.0',
  compatible_formats: new PyList(['1.0', '1.1', '1.2', '1.3', '2.0']),
  ...(isC2
    ? {}
    : {
        encode_long: fn('(x)', (x: Py) => asBytes(bigintBytes(BigInt(asIndex(x))))),
        decode_long: fn('(data)', decodeLong),
      }),
  dump: fn('(obj, file, protocol=None)', (o: Py, file: Py, protocol: Py) =>
    dump(o, file, protocol, undefined, undefined, isC2),
  ),
  dumps: fn('(obj, protocol=None)', (o: Py, protocol: Py) => asBytes(dumps(o, protocol, undefined, undefined, isC2))),
  load: fn('(file)', (file: Py) => loads(sourceOfFile(file), OPTIONS).load()),
  loads: fn('(str)', (data: Py) => loads(bytesSource(data), OPTIONS).load()),
});

/** `pickle`. */
export default (): Record<string, Py> => members(false);

/** `cPickle`, whose pickles are numbered in another way. */
export const cPickle = (): Record<string, Py> => members(true);

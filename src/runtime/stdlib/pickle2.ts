/**
 * Python 2's `pickle` and `cPickle`: protocols 0 to 2.
 * Spec: https://docs.python.org/2.7/library/pickle.html
 */
import { AttributeError, TypeError } from '../object/errors.js';
import { call } from '../object/call.js';
import { PicklingError, UnpicklingError } from '../pickle/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { truthy } from '../object/truth.js';
import { builtinType, type Constructor, type PyType } from '../object/type.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { bigintBytes, bigintFromBytes } from '../codec/writer.js';
import { bufferOf } from '../object/buffer.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyList, PyLong } from '../object/values.js';
import { cPickleErrors, cPickleFaults, inPickle, pickleErrors, pickleFaults } from '../pickle/faults2.js';
import { Op } from '../pickle/opcodes.js';
import {
  asBytes,
  bytesSource,
  dump,
  dumps,
  dumpTo,
  findClass,
  loading,
  loads,
  picklerType,
  preparePickler,
  protocolOf,
  PyPickler,
  PyUnpickler,
  settable,
  sourceOfFile,
  unpicklerType,
  writerOf,
} from '../pickle/members.js';

const OPTIONS = { fix_imports: undefined, encoding: undefined, errors: undefined, buffers: undefined };

/** Refuses what is no file, in the words of the module. */
function checkFile(file: Py, methods: readonly string[], isC2: boolean): void {
  if (methods.every((name) => findAttr(file, name) !== undefined)) return;
  const listed = methods.map((name) => `'${name}'`).join(' and ');
  if (isC2) throw TypeError(`argument must have ${listed} attribute${methods.length > 1 ? 's' : ''}`);
  // The last one is what `pickle` takes first.
  for (const name of methods.toReversed()) getAttr(file, name);
}

/** What the formats have for a long: its bytes in two's complement, the lowest first. */
const decodeLong = (data: Py): Py => {
  const value = bigintFromBytes(bufferOf(data));
  return Number.isSafeInteger(Number(value)) ? new PyLong(value) : value;
};

/** A class of one of the two modules, on top of the one that they share with Python 3's. Only those of `pickle` can have subclasses. */
const classOf = (module: string, base: PyType, js: Constructor): PyType =>
  builtinType({ name: base.qualname, js, base, module, hasDict: true, subclassable: module === 'pickle' });

/** `pickle.Pickler`. */
const picklerType2 = classOf('pickle', picklerType, class extends PyPickler {});
defineMembers(picklerType2, () => ({
  dump: method('(obj)', (self: PyPickler, o: Py) => inPickle(() => dumpTo(self, o))),
}));

/** `pickle.Unpickler`. */
const unpicklerType2 = classOf('pickle', unpicklerType, class extends PyUnpickler {});
defineMembers(unpicklerType2, () => ({
  __init__: method(
    '(file)',
    (self: PyUnpickler, file: Py) => {
      checkFile(file, ['read', 'readline'], false);
      self.unpickling = loads(sourceOfFile(file), OPTIONS, self, pickleFaults);
      return null;
    },
    'Unpickler',
  ),
  load: method('()', (self: PyUnpickler) => inPickle(() => loading(self).load())),
}));

/** What `cPickle.Pickler` makes; without a file it keeps what it writes. */
class PyCPickler extends PyPickler {
  kept: string[] | null = null;
}
const cPicklerType = classOf('cPickle', picklerType, class extends PyCPickler {});
defineMembers(cPicklerType, () => ({
  dump: method('(obj, /)', (self: PyCPickler, o: Py) => {
    dumpTo(self, o);
    return self;
  }),
  getvalue: method('(clear=True, /)', (self: PyCPickler, clear: Py) => {
    if (self.kept === null) throw PicklingError('Attempt to getvalue() a non-list-based pickler');
    const text = self.kept.join('');
    if (clear === undefined || truthy(clear)) self.kept = [];
    return text;
  }),
}));

function cPickler(file: Py, protocol: Py): Py {
  const pickler = new cPicklerType.ctor() as PyCPickler;
  const isKept = file === undefined || file === null || intValue(file) !== undefined;
  if (!isKept) checkFile(file, ['write'], true);
  pickler.kept = isKept ? [] : null;
  const write = (text: string) => {
    pickler.kept!.push(text);
    return null;
  };
  preparePickler(
    pickler,
    isKept ? fn('(text)', write) : writerOf(file),
    protocolOf(isKept ? (file ?? protocol) : protocol, true),
  );
  pickler.pickling.isC2 = true;
  pickler.pickling.offset = 1;
  return pickler;
}

/** What `cPickle.Unpickler` makes. */
const cUnpicklerType = classOf('cPickle', unpicklerType, class extends PyUnpickler {});

defineMembers(cUnpicklerType, () => ({
  find_global: settable('find_global', () => {
    throw AttributeError('find_global');
  }),
  find_class: method('(module, name)', (self: Py, module: string, name: string) => {
    const own = self.x$find_global;
    if (own === null) throw UnpicklingError('Global and instance pickles are not supported.');
    return own === undefined ? findClass(module, name, 2, false) : call(own, [module, name]);
  }),
}));

function cUnpickler(file: Py): Py {
  checkFile(file, ['read', 'readline'], true);
  const unpickler = new cUnpicklerType.ctor() as PyUnpickler;
  unpickler.unpickling = loads(sourceOfFile(file), OPTIONS, unpickler, cPickleFaults);
  return unpickler;
}

/** What both have. */
const shared = (): Record<string, Py> => ({
  HIGHEST_PROTOCOL: 2,
  format_version: '2.0',
  compatible_formats: new PyList(['1.0', '1.1', '1.2', '1.3', '2.0']),
});

/** `pickle`. */
export default (): Record<string, Py> => ({
  ...shared(),
  ...pickleErrors,
  ...opcodeNames(),
  Pickler: picklerType2,
  Unpickler: unpicklerType2,
  encode_long: fn('(x)', (x: Py) => asBytes(bigintBytes(BigInt(asIndex(x))))),
  decode_long: fn('(data)', decodeLong),
  dump: fn('(obj, file, protocol=None)', (o: Py, file: Py, protocol: Py) =>
    inPickle(() => {
      checkFile(file, ['write'], false);
      return dump(o, file, protocol, undefined, undefined);
    }),
  ),
  dumps: fn('(obj, protocol=None)', (o: Py, protocol: Py) =>
    inPickle(() => asBytes(dumps(o, protocol, undefined, undefined))),
  ),
  load: fn('(file)', (file: Py) => {
    checkFile(file, ['read', 'readline'], false);
    return inPickle(() => loads(sourceOfFile(file), OPTIONS, undefined, pickleFaults).load());
  }),
  loads: fn('(str)', (data: Py) => inPickle(() => loads(bytesSource(data), OPTIONS, undefined, pickleFaults).load())),
});

/** `cPickle`, whose pickles are numbered in another way. */
export const cPickle = (): Record<string, Py> => ({
  ...shared(),
  ...cPickleErrors,
  Pickler: fn('(file=None, protocol=None)', cPickler),
  Unpickler: fn('(file, /)', cUnpickler),
  dump: fn('(obj, file, protocol=None)', (o: Py, file: Py, protocol: Py) => {
    if (file !== null) checkFile(file, ['write'], true);
    return file === null ? null : dump(o, file, protocol, undefined, undefined, true);
  }),
  dumps: fn('(obj, protocol=None)', (o: Py, protocol: Py) => asBytes(dumps(o, protocol, undefined, undefined, true))),
  load: fn('(file, /)', (file: Py) => {
    checkFile(file, ['read', 'readline'], true);
    return loads(sourceOfFile(file), OPTIONS, undefined, cPickleFaults).load();
  }),
  loads: fn('(str, /)', (data: Py) => loads(bytesSource(data), OPTIONS, undefined, cPickleFaults).load()),
});

const isOfProtocol2 = (code: number): boolean => code <= Op.LONG4 && code !== Op.BINBYTES && code !== Op.SHORT_BINBYTES;

/** The opcodes up to protocol 2, by name. */
function opcodeNames(): Record<string, Py> {
  const codes = Object.entries(Op).filter(([, code]) => typeof code === 'number' && isOfProtocol2(code));
  return {
    ...Object.fromEntries(codes.map(([name, code]) => [name, String.fromCharCode(code as number)])),
    TRUE: 'I01\n',
    FALSE: 'I00\n',
  };
}

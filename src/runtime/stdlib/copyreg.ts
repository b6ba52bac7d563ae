/**
 * `copyreg` (`copy_reg` in Python 2): how objects of types that cannot say so themselves are pickled.
 * Spec: https://docs.python.org/3/library/copyreg.html
 */
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { PyList, PyTuple } from '../object/values.js';
import type { PyType } from '../object/type.js';
import { equals } from '../object/equality.js';
import { copyreg as registry } from '../pickle/copyreg.js';
import { reduceObject, slotNames } from '../pickle/reduce.js';

const isCallable = (o: Py): boolean => special(o, '__call__') !== undefined;

function constructor(o: Py): null {
  if (!isCallable(o)) throw TypeError('constructors must be callable');
  return null;
}

function register(type: Py, reduction: Py, maker: Py): null {
  if (!isCallable(reduction)) throw TypeError('reduction functions must be callable');
  registry().dispatchTable.set(type, reduction);
  if (maker !== undefined && maker !== null) constructor(maker);
  return null;
}

function addExtension(module: Py, name: Py, code: Py): null {
  const n = intValue(code);
  if (n === undefined || n < 1 || n > 0x7fffffff) throw ValueError('code out of range');
  const { extensions, inverted } = registry();
  const key = new PyTuple([module, name]);
  const known = extensions.get(key);
  const other = inverted.get(n);
  if (known !== undefined && equals(known, n) && other !== undefined && equals(other, key)) return null;
  if (known !== undefined) throw ValueError(`key ${shown(key)} is already registered with code ${known}`);
  if (other !== undefined) throw ValueError(`code ${n} is already in use for key ${shown(other)}`);
  extensions.set(key, n);
  inverted.set(n, key);
  return null;
}

const shown = (key: PyTuple): string => repr(key);

function removeExtension(module: Py, name: Py, code: Py): null {
  const { extensions, inverted, cache } = registry();
  const key = new PyTuple([module, name]);
  const known = extensions.get(key);
  const other = inverted.get(code);
  if (known === undefined || !equals(known, code) || other === undefined || !equals(other, key)) {
    throw ValueError(`key ${shown(key)} is not registered with code ${repr(code)}`);
  }
  extensions.delete(key);
  inverted.delete(code);
  cache.delete(code);
  return null;
}

export default function copyreg(): Record<string, Py> {
  const r = registry();
  const names = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache'];
  return {
    __doc__:
      'Helper to provide extensibility for pickle.\n\nThis is only useful to add pickle support for extension types defined in\nC, not for instances of user-defined classes.\n',
    __all__: new PyList(names),
    dispatch_table: r.dispatchTable,
    pickle: fn('(ob_type, pickle_function, constructor_ob=None)', register),
    constructor: fn('(object)', constructor),
    pickle_complex: r.pickleComplex,
    ...(rt.dialect === 3 ? { pickle_union: r.pickleUnion } : {}),
    _reconstructor: r.reconstructor,
    _reduce_ex: fn('(self, proto)', (self: Py, protocol: Py) => reduceObject(self, Number(protocol))),
    __newobj__: r.newObject,
    ...(rt.dialect === 3 ? { __newobj_ex__: r.newObjectEx } : {}),
    _slotnames: fn('(cls)', (cls: PyType) => new PyList(slotNames(cls))),
    _extension_registry: r.extensions,
    _inverted_registry: r.inverted,
    _extension_cache: r.cache,
    add_extension: fn('(module, name, code)', addExtension),
    remove_extension: fn('(module, name, code)', removeExtension),
    clear_extension_cache: fn('()', () => {
      r.cache.clear();
      return null;
    }),
  };
}

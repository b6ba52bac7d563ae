/** `functools.cmp_to_key`: a comparison function of Python 2's kind as a sort key. */
import { call2 } from '../../object/call.js';
import { type CompareOp, compareValues } from '../../object/compare.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { type Py, PyObject } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { declareType } from '../moduleTypes.js';

/** Without an object it is the key function itself. */
export class PyKeyWrapper extends PyObject {
  constructor(
    readonly cmp: Py,
    public obj: Py = undefined,
  ) {
    super();
  }
}

const compare = (op: CompareOp) =>
  method('(value, /)', (self: PyKeyWrapper, other: Py) => {
    if (!(other instanceof PyKeyWrapper)) throw TypeError('other argument must be K instance');
    return compareValues(call2(self.cmp, self.obj, other.obj), 0, op);
  });

export const keyWrapperType: PyType = declareType({
  name: 'KeyWrapper',
  module: 'functools',
  js: PyKeyWrapper,
  subclassable: false,
  members: () => ({
    __call__: method('(obj)', (self: PyKeyWrapper, obj: Py) => new PyKeyWrapper(self.cmp, obj), 'K'),
    obj: getter(
      (self: PyKeyWrapper) => self.obj ?? null,
      (self: PyKeyWrapper, value: Py) => {
        self.obj = value;
      },
    ),
    __hash__: null,
    __eq__: compare('Eq'),
    __ne__: compare('NotEq'),
    __lt__: compare('Lt'),
    __le__: compare('LtE'),
    __gt__: compare('Gt'),
    __ge__: compare('GtE'),
  }),
});

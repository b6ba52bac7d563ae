/** `_collections._tuplegetter`: the descriptor behind a field of a named tuple. */
import { AttributeError, IndexError, TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { asSize } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyGetSet, PyTuple } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';

/** Being a getset descriptor, it is read without a call of Python code. */
class PyTupleGetter extends PyGetSet {
  constructor(
    readonly index: number,
    public text: Py,
  ) {
    const refuse = () => {
      throw AttributeError("can't set attribute");
    };
    const refuseDelete = () => {
      throw AttributeError("can't delete attribute");
    };
    super('', null, (self) => field(self, index), refuse, refuseDelete);
  }
}

function field(self: Py, index: number): Py {
  if (!(self instanceof PyTuple)) {
    throw TypeError(
      `descriptor for index '${index}' for tuple subclasses doesn't apply to '${typeOf(self).name}' object`,
    );
  }
  const value = self.items[index];
  if (value === undefined) throw IndexError('tuple index out of range');
  return value;
}

export const tupleGetterType: PyType = declareType({
  name: '_tuplegetter',
  module: 'collections',
  js: PyTupleGetter,
  signature: '(index, doc, /)',
  make: (cls: PyType, index: Py, doc: Py) => new cls.ctor(asSize(index), doc),
  members: () => ({
    __doc__: getter(
      (self: PyTupleGetter) => self.text,
      (self: PyTupleGetter, value: Py) => {
        self.text = value;
      },
    ),
    __get__: method('(instance, owner=None, /)', (self: PyTupleGetter, instance: Py) =>
      instance === null || instance === undefined ? self : field(instance, self.index),
    ),
    __set__: method('(instance, value, /)', () => {
      throw AttributeError("can't set attribute");
    }),
    __delete__: method('(instance, /)', () => {
      throw AttributeError("can't delete attribute");
    }),
    __reduce__: method(
      '()',
      (self: PyTupleGetter) => new PyTuple([typeOf(self), new PyTuple([self.index, self.text])]),
    ),
    __repr__: method(
      '()',
      (self: PyTupleGetter) => `${shortTypeName(typeOf(self))}(${self.index}, ${repr(self.text)})`,
    ),
  }),
});

/**
 * `operator.itemgetter`.
 * Spec: https://docs.python.org/3/library/operator.html#operator.itemgetter
 */
import { getItem } from '../../builtins/subscript.js';
import { method } from '../../object/fn.js';
import { type Py, PyObject } from '../../object/object.js';
import { guardRepr, repr } from '../../object/text.js';
import { type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';
import { checkNew, theObject, wrongCount } from './theObject.js';

const DIRECT = Symbol('direct');

export class PyItemGetter extends PyObject {
  constructor(readonly keys: readonly Py[]) {
    super();
  }
  /** Made when it is first wanted; under a symbol, so that it does not travel to a forked process. */
  private [DIRECT]: ((...args: Py[]) => Py) | undefined = undefined;
  /** How it is called without keywords. */
  get direct(): (...args: Py[]) => Py {
    return (this[DIRECT] ??= straight(this));
  }
}

function straight(self: PyItemGetter): (...args: Py[]) => Py {
  return function (o) {
    if (arguments.length !== 1) throw wrongCount('itemgetter', arguments.length);
    return get(self, o);
  };
}

function get(self: PyItemGetter, o: Py): Py {
  const { keys } = self;
  if (keys.length === 1) return getItem(o, keys[0]);
  // A list that grows would take room for seventeen.
  if (keys.length === 2) return new PyTuple([getItem(o, keys[0]), getItem(o, keys[1])]);
  return new PyTuple(keys.map((key) => getItem(o, key)));
}

export const itemGetterType: PyType = declareType({
  name: 'itemgetter',
  module: 'operator',
  js: PyItemGetter,
  subclassable: false,
  doc: 'Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])',
  signature: '(*args, **kwargs)',
  make: (cls: PyType, keys: Py[], kwargs: Map<string, Py>) => {
    checkNew('itemgetter', keys, kwargs);
    return new cls.ctor(keys);
  },
  members: () => ({
    __call__: method('(*args, **kwargs)', (self: PyItemGetter, args: Py[], kwargs: Map<string, Py>) =>
      get(self, theObject('itemgetter', args, kwargs)),
    ),
    __repr__: method('()', (self: PyItemGetter) =>
      guardRepr(
        self,
        `${self.c$.moduleName}.${shortTypeName(typeOf(self))}(...)`,
        () => `${self.c$.moduleName}.${shortTypeName(typeOf(self))}(${self.keys.map(repr).join(', ')})`,
      ),
    ),
    __reduce__: method('()', (self: PyItemGetter) => new PyTuple([typeOf(self), new PyTuple([...self.keys])])),
  }),
});

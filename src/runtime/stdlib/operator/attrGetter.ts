/**
 * `operator.attrgetter`.
 * Spec: https://docs.python.org/3/library/operator.html#operator.attrgetter
 */
import { getAttr } from '../../object/attributes.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { guardRepr, repr, str } from '../../object/text.js';
import { type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple, PyUnicode } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';

export class PyAttrGetter extends PyObject {
  /** Each name split at its dots. */
  readonly paths: readonly string[][];
  constructor(readonly names: readonly string[]) {
    super();
    this.paths = names.map((name) => name.split('.'));
  }
}

function follow(o: Py, path: readonly string[]): Py {
  let value = getAttr(o, path[0]!);
  for (let i = 1; i < path.length; i++) value = getAttr(value, path[i]!);
  return value;
}

function get(self: PyAttrGetter, o: Py): Py {
  const { paths } = self;
  return paths.length === 1 ? follow(o, paths[0]!) : new PyTuple(paths.map((path) => follow(o, path)));
}

export const attrGetterType: PyType = declareType({
  name: 'attrgetter',
  module: 'operator',
  js: PyAttrGetter,
  doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
  signature: '(*args, **kwargs)',
  make: (cls: PyType, names: Py[], kwargs: Map<string, Py>) => {
    if (kwargs.size > 0) throw TypeError('attrgetter() takes no keyword arguments');
    if (names.length === 0) throw TypeError('attrgetter expected 1 argument, got 0');
    const texts = names.map((name) => {
      const text = strValue(name instanceof PyUnicode ? str(name) : name);
      if (text === undefined) throw TypeError('attribute name must be a string');
      return text;
    });
    return new cls.ctor(texts);
  },
  members: () => ({
    __call__: method('(obj, /)', get, 'attrgetter'),
    __repr__: method('()', (self: PyAttrGetter) =>
      guardRepr(
        self,
        `${self.c$.moduleName}.${shortTypeName(typeOf(self))}(...)`,
        () => `${self.c$.moduleName}.${shortTypeName(typeOf(self))}(${self.names.map(repr).join(', ')})`,
      ),
    ),
    __reduce__: method('()', (self: PyAttrGetter) => new PyTuple([typeOf(self), new PyTuple([...self.names])])),
  }),
});

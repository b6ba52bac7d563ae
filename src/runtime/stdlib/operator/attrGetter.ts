/**
 * `operator.attrgetter`.
 * Spec: https://docs.python.org/3/library/operator.html#operator.attrgetter
 */
import { getAttr } from '../../object/attributes.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { strValue } from '../../object/number.js';
import { attributeKey, type Py, PyObject } from '../../object/object.js';
import { guardRepr, repr, str } from '../../object/text.js';
import { type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple, PyUnicode } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';
import { checkNew, theObject, wrongCount } from './theObject.js';

const DIRECT = Symbol('direct');

export class PyAttrGetter extends PyObject {
  /** Each name split at its dots. */
  readonly paths: readonly string[][];
  constructor(readonly names: readonly string[]) {
    super();
    this.paths = names.map((name) => name.split('.'));
  }
  /** Made when it is first wanted; under a symbol, so that it does not travel to a forked process. */
  private [DIRECT]: ((...args: Py[]) => Py) | undefined = undefined;
  /** How it is called without keywords. */
  get direct(): (...args: Py[]) => Py {
    return (this[DIRECT] ??= straight(this));
  }
}

/** A call without keywords: that with one name reads the property itself, where there is one. */
function straight(self: PyAttrGetter): (...args: Py[]) => Py {
  const [first] = self.paths;
  const key = self.paths.length === 1 && first!.length === 1 && !first![0]!.startsWith('__') ? first![0]! : undefined;
  const property = key === undefined ? undefined : attributeKey(key);
  return function (o) {
    if (arguments.length !== 1) throw wrongCount('attrgetter', arguments.length);
    if (property !== undefined && o !== null) {
      const value = o[property];
      if (value !== undefined) return value;
    }
    return get(self, o);
  };
}

function follow(o: Py, path: readonly string[]): Py {
  let value = getAttr(o, path[0]!);
  for (let i = 1; i < path.length; i++) value = getAttr(value, path[i]!);
  return value;
}

function get(self: PyAttrGetter, o: Py): Py {
  const { paths } = self;
  if (paths.length === 1) return follow(o, paths[0]!);
  // A list that grows would take room for seventeen.
  if (paths.length === 2) return new PyTuple([follow(o, paths[0]!), follow(o, paths[1]!)]);
  return new PyTuple(paths.map((path) => follow(o, path)));
}

export const attrGetterType: PyType = declareType({
  name: 'attrgetter',
  module: 'operator',
  js: PyAttrGetter,
  subclassable: false,
  doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
  signature: '(*args, **kwargs)',
  make: (cls: PyType, names: Py[], kwargs: Map<string, Py>) => {
    checkNew('attrgetter', names, kwargs);
    const texts = names.map((name) => {
      const text = strValue(name instanceof PyUnicode ? str(name) : name);
      if (text === undefined) throw TypeError('attribute name must be a string');
      return text;
    });
    return new cls.ctor(texts);
  },
  members: () => ({
    __call__: method('(*args, **kwargs)', (self: PyAttrGetter, args: Py[], kwargs: Map<string, Py>) =>
      get(self, theObject('attrgetter', args, kwargs)),
    ),
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

/**
 * `collections.defaultdict`.
 * Spec: https://docs.python.org/3/library/collections.html#defaultdict-objects
 */
import { dict, dictMerge } from '../../builtins/dict.js';
import { genericAlias } from '../../builtins/genericAlias.js';
import { findAttr } from '../../object/attributes.js';
import { call, call0, callKw } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { KeyError, TypeError } from '../../object/errors.js';
import { keepingKeys, method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { iter } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { guardRepr, repr } from '../../object/text.js';
import { type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { NotImplemented, PyClassMethod, PyTuple } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';

export class PyDefaultDict extends PyDict {
  /** What makes missing values, or None. */
  factory: Py = null;
}

function init(self: PyDefaultDict, args: Py[], kwargs: Map<string, Py>): null {
  const [factory = null, ...rest] = args;
  if (factory !== null && typeof factory !== 'function' && findAttr(factory, '__call__') === undefined) {
    throw TypeError('first argument must be callable or None');
  }
  self.factory = factory;
  callKw(dict.proto.m$__init__, [self, ...rest], kwargs);
  return null;
}

function missing(self: PyDefaultDict, key: Py): Py {
  if (self.factory === null) throw KeyError(key);
  const value = call0(self.factory);
  self.set(key, value);
  return value;
}

/** `type(self)(factory, self)`, so that subclasses stay what they are. */
const copy = (self: PyDefaultDict): Py => call(typeOf(self), [self.factory, self]);

function union(self: Py, other: Py): Py {
  if (!(self instanceof PyDict) || !(other instanceof PyDict)) return NotImplemented;
  const owner = (self instanceof PyDefaultDict ? self : other) as PyDefaultDict;
  const result = call(typeOf(owner), [owner.factory, self]);
  dictMerge(result, other);
  return result;
}

export const defaultDictType: PyType = declareType({
  name: 'defaultdict',
  module: 'collections',
  js: PyDefaultDict,
  base: dict,
  doc: 'defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.',
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: keepingKeys(method('(*args, **kwargs)', init, 'defaultdict')),
    __missing__: method('(key, /)', missing),
    default_factory: getter(
      (self: PyDefaultDict) => self.factory,
      (self: PyDefaultDict, value: Py) => {
        self.factory = value;
      },
    ),
    copy: method('()', copy),
    __copy__: method('()', copy),
    __reduce__: method('()', (self: PyDefaultDict) => {
      const args = self.factory === null ? [] : [self.factory];
      const items = call(findAttr(self, 'items'), []);
      return new PyTuple([typeOf(self), new PyTuple(args), null, null, iter(items)]);
    }),
    __repr__: method('()', (self: PyDefaultDict) => {
      const factory = self.factory === null ? 'None' : guardRepr(self.factory, '...', () => repr(self.factory));
      return `${shortTypeName(typeOf(self))}(${factory}, ${dict.proto.m$__repr__!(self)})`;
    }),
    ...(rt.dialect === 2
      ? {}
      : {
          __or__: method('(value, /)', union),
          __ror__: method('(value, /)', (self: Py, other: Py) => union(other, self)),
          __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias)),
        }),
  }),
});

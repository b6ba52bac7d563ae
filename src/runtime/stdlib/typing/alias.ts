/** `TypeAliasType` and `Generic`. */
import { genericAlias } from '../../builtins/genericAlias.js';
import { makeUnion } from '../../builtins/unionType.js';
import { callKw } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { iter } from '../../object/iterate.js';
import { strValue } from '../../object/number.js';
import { type Py, PyInstance, PyObject } from '../../object/object.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyClassMethod, PyList, PyStaticMethod, PyTuple } from '../../object/values.js';
import { getAttr } from '../../object/attributes.js';
import { importModule } from '../../import/importFunction.js';
import { PyTypeVarTuple, unpacked } from './parameters.js';
import { callTyping, inCallersModule, Lazy } from './shared.js';

/** What `type X = …` makes. */
export class PyTypeAlias extends PyObject {
  typeParams: Py = undefined;
  constructor(
    readonly name: string,
    readonly value: Lazy,
  ) {
    super();
  }
}
export const typeAliasType: PyType = builtinType({
  name: 'TypeAliasType',
  js: PyTypeAlias,
  module: 'typing',
  subclassable: false,
  hasDict: true,
});

export function declaredAlias(name: string, value: Py, module: Py): Py {
  const alias = new PyTypeAlias(name, new Lazy(null, value));
  Object.defineProperty(alias, '$__module__', { value: module, writable: true, configurable: true, enumerable: true });
  return alias;
}

const paramsOf = (self: PyTypeAlias): PyTuple => self.typeParams ?? new PyTuple([]);

function newAlias(_cls: PyType, name: Py, value: Py, params: Py): Py {
  const text = strValue(name);
  if (text === undefined) throw TypeError(`typealias() argument 'name' must be str, not ${typeOf(name).name}`);
  if (params !== undefined && !(params instanceof PyTuple)) throw TypeError('type_params must be a tuple');
  const alias = new PyTypeAlias(text, new Lazy(value));
  alias.typeParams = params;
  return inCallersModule(alias);
}

class PyGeneric extends PyInstance {}
export const genericType: PyType = builtinType({ name: 'Generic', js: PyGeneric, module: 'typing', addsNothing: true });

/** `typing.Generic[params]`: the base that a class with type parameters gets. */
export function genericBase(params: PyTuple): Py {
  importModule('typing', null, [], 0);
  return callTyping(
    '_generic_class_getitem',
    genericType,
    new PyTuple(params.items.map((p) => (p instanceof PyTypeVarTuple ? unpacked(p) : p))),
  );
}

export function defineAliases(): void {
  if (typeAliasType.pending !== undefined || typeAliasType.isReady) return;
  defineMembers(typeAliasType, () => ({
    __new__: new PyStaticMethod(fn('(cls, name, value, *, type_params=())', newAlias, '__new__')),
    __name__: getter((self: PyTypeAlias) => self.name),
    __value__: getter((self: PyTypeAlias) => self.value.get()),
    __type_params__: getter(paramsOf),
    __parameters__: getter(
      (self: PyTypeAlias) =>
        new PyTuple(paramsOf(self).items.map((p) => (p instanceof PyTypeVarTuple ? unpacked(p) : p))),
    ),
    __repr__: method('()', (self: PyTypeAlias) => self.name),
    __reduce__: method('()', (self: PyTypeAlias) => self.name),
    __or__: method('(value, /)', (self: Py, other: Py) => makeUnion([self, other])),
    __ror__: method('(value, /)', (self: Py, other: Py) => makeUnion([other, self])),
    __iter__: method('()', (self: PyTypeAlias) => iter(new PyList([callTypingUnpack(self)]))),
    __getitem__: method('(key, /)', (self: PyTypeAlias, key: Py) => {
      if (paramsOf(self).items.length === 0) throw TypeError('Only generic type aliases are subscriptable');
      return genericAlias(self, key);
    }),
  }));
  defineMembers(genericType, () => ({
    __doc__: 'Abstract base class for generic types',
    __class_getitem__: new PyClassMethod(
      fn(
        '(cls, params, /)',
        (cls: PyType, params: Py) => callTyping('_generic_class_getitem', cls, params),
        '__class_getitem__',
      ),
    ),
    __init_subclass__: new PyClassMethod(fn('(cls, *args, **kwargs)', initSubclass, '__init_subclass__')),
  }));
}

const callTypingUnpack = (self: Py): Py => unpacked(self);

function initSubclass(cls: PyType, args: Py[], kwargs: Map<string, Py>): Py {
  const typing = rt.modules.get('typing') ?? importModule('typing', null, [], 0);
  return callKw(getAttr(typing, '_generic_init_subclass'), [cls, ...args], kwargs);
}

/**
 * `types.UnionType`: what `int | str` is.
 * Spec: https://docs.python.org/3/library/stdtypes.html#union-type
 */
import { findAttr, special } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { equals } from '../object/equality.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import { defineMembers, getter } from '../object/install.js';
import { type Py, PyObject } from '../object/object.js';
import { PyFrozenSet } from '../object/table.js';
import { repr } from '../object/text.js';
import { builtinType, PyType } from '../object/type.js';
import { NoneType, typeOf } from '../object/typeof.js';
import { Ellipsis, NotImplemented, PyTuple } from '../object/values.js';
import { PyGenericAlias } from './genericAlias.js';
import { isInstanceCheck, isSubclassCheck } from './isinstance.js';
import { unionOf } from './typeObject.js';

/** At least two different types, none of them a union. */
export class PyUnion extends PyObject {
  parameters: PyTuple | undefined = undefined;
  constructor(readonly args: readonly Py[]) {
    super();
  }
}

export const unionType: PyType = builtinType({ name: 'UnionType', js: PyUnion, module: 'types', subclassable: false });

const isTypeAlias = (o: Py): boolean => typeOf(o).name === 'typing.TypeAliasType';
const canJoin = (o: Py): boolean =>
  o === null || o instanceof PyType || o instanceof PyGenericAlias || o instanceof PyUnion || isTypeAlias(o);

/** `a | b` of types; NotImplemented when one of them is none. */
function join(a: Py, b: Py): Py {
  if (!canJoin(a) || !canJoin(b)) return NotImplemented;
  return makeUnion([a, b]);
}

/** The union of `parts`, flattened and without repetitions; a single type stands for itself. */
export function makeUnion(parts: readonly Py[]): Py {
  const flat: Py[] = [];
  for (const part of parts) {
    for (const type of part instanceof PyUnion ? part.args : [part === null ? NoneType : part]) {
      if (!flat.some((known) => sameMember(known, type))) flat.push(type);
    }
  }
  return flat.length === 1 ? flat[0] : new PyUnion(flat);
}

function sameMember(a: Py, b: Py): boolean {
  if (a instanceof PyGenericAlias !== b instanceof PyGenericAlias) return false;
  return a === b || equals(a, b);
}

unionOf.current = join;

function parametersOf(self: PyUnion): PyTuple {
  if (self.parameters !== undefined) return self.parameters;
  const found: Py[] = [];
  for (const arg of self.args) {
    if (arg instanceof PyType) continue;
    if (findAttr(arg, '__typing_subst__') !== undefined) {
      if (!found.includes(arg)) found.push(arg);
      continue;
    }
    const nested = findAttr(arg, '__parameters__');
    if (nested instanceof PyTuple) for (const p of nested.items) if (!found.includes(p)) found.push(p);
  }
  return (self.parameters = new PyTuple(found));
}

function substitute(self: PyUnion, item: Py): Py {
  const parameters = parametersOf(self).items;
  const given = item instanceof PyTuple ? item.items : [item];
  if (parameters.length === 0) throw TypeError(`${repr(self)} is not a generic class`);
  if (parameters.length !== given.length) {
    const many = given.length > parameters.length ? 'many' : 'few';
    throw TypeError(`Too ${many} arguments for ${repr(self)}; actual ${given.length}, expected ${parameters.length}`);
  }
  let result: Py;
  for (const arg of self.args) {
    const next = replaceIn(arg, parameters, given);
    result = result === undefined ? next : callOr(result, next);
  }
  return result;
}

function replaceIn(arg: Py, parameters: readonly Py[], given: readonly Py[]): Py {
  if (arg instanceof PyType) return arg;
  const at = parameters.indexOf(arg);
  if (at >= 0) return callMethod(arg, '__typing_subst__', given[at]);
  const nested = findAttr(arg, '__parameters__');
  if (!(nested instanceof PyTuple) || nested.items.length === 0) return arg;
  return callMethod(arg, '__getitem__', new PyTuple(nested.items.map((p: Py) => given[parameters.indexOf(p)])));
}

function callOr(a: Py, b: Py): Py {
  const joined = join(a, b);
  if (joined !== NotImplemented) return joined;
  const or = special(a, '__or__')?.(a, b) ?? NotImplemented;
  return or === NotImplemented ? special(b, '__ror__')?.(b, a) : or;
}

function reprMember(arg: Py): string {
  if (arg === NoneType) return 'None';
  if (arg === Ellipsis) return '...';
  if (arg instanceof PyGenericAlias || !(arg instanceof PyType)) return repr(arg);
  return arg.moduleName === 'builtins' ? arg.qualname : `${arg.moduleName}.${arg.qualname}`;
}

const checkPlain = (self: PyUnion, what: string): void => {
  if (self.args.some((arg) => arg instanceof PyGenericAlias))
    throw TypeError(`${what} argument 2 cannot be a parameterized generic`);
};

function sameUnion(self: PyUnion, other: Py): Py {
  if (!(other instanceof PyUnion)) return NotImplemented;
  return self.args.length === other.args.length && self.args.every((arg) => other.args.some((o) => sameMember(o, arg)));
}

defineMembers(unionType, () => ({
  __doc__: 'Represent a PEP 604 union type\n\nE.g. for int | str',
  __args__: getter((self: PyUnion) => new PyTuple([...self.args])),
  __parameters__: getter(parametersOf),
  __getitem__: method('(key, /)', substitute),
  __or__: method('(value, /)', join),
  __ror__: method('(value, /)', (self: PyUnion, other: Py) => join(other, self)),
  __repr__: method('()', (self: PyUnion) => self.args.map(reprMember).join(' | ')),
  __eq__: method('(value, /)', sameUnion),
  __ne__: method('(value, /)', (self: PyUnion, other: Py) => {
    const same = sameUnion(self, other);
    return same === NotImplemented ? same : !same;
  }),
  __hash__: method('()', (self: PyUnion) => hashOf(frozen(self.args))),
  __instancecheck__: method('(instance, /)', (self: PyUnion, instance: Py) => {
    checkPlain(self, 'isinstance()');
    return self.args.some((arg) => isInstanceCheck(instance, arg));
  }),
  __subclasscheck__: method('(subclass, /)', (self: PyUnion, cls: Py) => {
    if (!(cls instanceof PyType)) throw TypeError('issubclass() arg 1 must be a class');
    checkPlain(self, 'issubclass()');
    return self.args.some((arg) => isSubclassCheck(cls, arg));
  }),
}));

function frozen(items: readonly Py[]): PyFrozenSet {
  const set = new PyFrozenSet();
  for (const item of items) set.set(item, true);
  return set;
}

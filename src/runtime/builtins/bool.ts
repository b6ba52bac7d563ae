/**
 * `bool`: JavaScript's true and false.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#boolean-type-bool
 */
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, mirrorOn } from '../object/install.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { NotImplemented, PyIntBox, PyStaticMethod } from '../object/values.js';
import { checkNew } from './checkNew.js';
import { direct } from './direct.js';
import { intType } from './int.js';
import { andInt, type Int, orInt, xorInt } from './intMath.js';
import { intResult } from './long2.js';

/** Never instantiated; it gives `bool` a prototype of its own. */
class PyBool extends PyIntBox {}

export const boolType: PyType = builtinType({ name: 'bool', js: PyBool, base: intType, subclassable: false });

mirrorOn(boolType, Boolean.prototype);

defineMembers(
  boolType,
  (): Members => ({
    __doc__: 'True or False: the two ints 1 and 0 under other names. bool(x) is the truth value of x.',
    __new__: new PyStaticMethod(newBool()),
    __repr__: method('()', (self: Py) => (self ? 'True' : 'False')),
    ...(rt.dialect === 2 ? { __str__: method('()', (self: Py) => (self ? 'True' : 'False')) } : {}),
    ...bitwise('and', andInt, (a, b) => a && b),
    ...bitwise('or', orInt, (a, b) => a || b),
    ...bitwise('xor', xorInt, (a, b) => a !== b),
  }),
);

function newBool(): Py {
  const positional: (...args: Py[]) => Py = function (cls: Py, x: Py): Py {
    const given = arguments.length;
    if (given === 0) throw TypeError('bool.__new__(): not enough arguments');
    if (given > 2) {
      if (rt.dialect === 2) throw TypeError(`bool() takes at most 1 argument (${given - 1} given)`);
      throw TypeError(`bool expected at most 1 argument, got ${given - 1}`);
    }
    if (cls !== boolType) checkNew(cls, boolType);
    return x !== undefined && truthy(x);
  };
  return direct('(cls, *args, **kwargs)', positional, (cls: Py, args: Py[], keywords: Map<string, Py>) => {
    if (keywords.size === 0) return positional(cls, ...args);
    if (rt.dialect === 3) throw TypeError('bool() takes no keyword arguments');
    const [[key, value]] = [...keywords] as [[string, Py]];
    if (args.length + keywords.size > 1) {
      throw TypeError(`bool() takes at most 1 argument (${args.length + keywords.size} given)`);
    }
    if (key !== 'x') throw TypeError(`'${key}' is an invalid keyword argument for this function`);
    return positional(cls, value);
  });
}

/** Between two bools a bool, else what ints give. */
function bitwise(name: string, ints: (a: Int, b: Int) => Int, bools: (a: boolean, b: boolean) => boolean): Members {
  const member = () =>
    method('(value, /)', (self: Py, other: Py) => {
      if (typeof self === 'boolean' && typeof other === 'boolean') return bools(self, other);
      const b = intValue(other);
      return b === undefined ? NotImplemented : intResult(ints(intValue(self)!, b), self, other);
    });
  return { [`__${name}__`]: member(), [`__r${name}__`]: member() };
}

/** Generators of random numbers in a forked process: with the state and the attributes that they had, whatever their class says of pickling. */
import { importModule } from '../../import/importFunction.js';
import { getAttr, storeOwn } from '../../object/attributes.js';
import { fn } from '../../object/fn.js';
import { hide, type Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import type { PyType } from '../../object/type.js';
import { PyFloat, PyTuple } from '../../object/values.js';
import type { PyRandom } from '../_random.js';

const GENERATOR = '_restore_generator';
const ATTRIBUTES = '_restore_attributes';

/** What the module has for it, by name. */
export const restoring = (): Record<string, Py> => ({
  [GENERATOR]: fn(
    '(cls, state, /)',
    (cls: PyType, state: PyTuple) => {
      const made = new cls.ctor() as PyRandom;
      made.twister.setState(state.items as number[]);
      return made;
    },
    GENERATOR,
  ),
  [ATTRIBUTES]: fn(
    '(generator, attributes, /)',
    (generator: Py, attributes: PyDict) => {
      for (const [key, value] of attributes.entryList()) {
        // Floats are in slots, which the class of this process may not have yet.
        if (key.startsWith('f$')) storeOwn(generator, key.slice(2), new PyFloat(value));
        else if (key.startsWith('t$')) storeOwn(generator, key.slice(2), value);
        else generator[key] = value;
      }
      return null;
    },
    ATTRIBUTES,
  ),
});

function reduction(this: PyRandom): readonly Py[] {
  const attributes = new PyDict();
  for (const key of Object.keys(this)) {
    if (/^.?\$/.test(key) && key !== 'd$' && (this as Py)[key] !== undefined) attributes.set(key, (this as Py)[key]);
  }
  const [generator, setter] = [GENERATOR, ATTRIBUTES].map((name) =>
    getAttr(importModule('_random', null, [name], 0), name),
  );
  return [generator, new PyTuple([this.c$, new PyTuple(this.twister.getState())]), attributes, setter, null, null];
}

/** Called where the type is defined. */
export function defineForkedGenerators(prototype: object): void {
  hide(prototype, 'fork$', reduction);
}

/**
 * `_random`: the generator behind `random`, on `runtime/random`.
 * Spec: https://docs.python.org/3/library/random.html
 */
import { randomFillSync } from 'node:crypto';
import { asLong, exactInt } from '../builtins/long2.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import { asIndex, asSize, intValue } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyTuple } from '../object/values.js';
import { MersenneTwister, STATE_LENGTH } from '../random/mt19937.js';
import { seedFromHash } from '../random/seed.js';
import { declareType } from './moduleTypes.js';
import { defineForkedGenerators, restoring } from './random/forked.js';

export class PyRandom extends PyObject {
  readonly twister = new MersenneTwister();
}

/** Fresh randomness from the system. */
export function seedFromSystem(twister: MersenneTwister): void {
  twister.seedWords(randomFillSync(new Uint32Array(STATE_LENGTH - 1)));
}

function seed(self: PyRandom, value: Py): null {
  if (value === undefined || value === null) seedFromSystem(self.twister);
  else self.twister.seed(intValue(value) ?? seedFromHash(hashOf(value)));
  return null;
}

function setState(self: PyRandom, state: Py): null {
  if (!(state instanceof PyTuple)) throw TypeError('state vector must be a tuple');
  if (state.items.length !== STATE_LENGTH) throw ValueError('state vector is the wrong size');
  if (!self.twister.setState(state.items.map((word) => Number(asIndex(word))))) throw ValueError('invalid state');
  return null;
}

function jumpAhead(self: PyRandom, n: Py): null {
  const steps = exactInt(n);
  if (steps === undefined) throw TypeError(`jumpahead requires an integer, not '${typeOf(n).name}'`);
  self.twister.jumpAhead(BigInt(steps));
  return null;
}

export const randomType: PyType = declareType({
  name: 'Random',
  module: '_random',
  js: PyRandom,
  doc: 'Random() -> create a random number generator with its own internal state.',
  signature: '(*args, **kwargs)',
  make: (cls: PyType, args: Py[]) => {
    const made = new cls.ctor() as PyRandom;
    if (cls === randomType) seed(made, args[0]);
    else seedFromSystem(made.twister);
    return made;
  },
  members: () => ({
    random: method('()', (self: PyRandom) => new PyFloat(self.twister.random())),
    seed: method('(n=None, /)', seed),
    getstate: method('()', (self: PyRandom) => {
      const state = self.twister.getState();
      return new PyTuple(rt.dialect === 2 ? state.map(asLong) : state);
    }),
    setstate: method('(state, /)', setState),
    getrandbits: method('(k, /)', (self: PyRandom, bits: Py) => {
      const k = asSize(bits);
      if (rt.dialect === 2) {
        if (k <= 0) throw ValueError('number of bits must be greater than zero');
        return asLong(self.twister.getRandBits(k));
      }
      if (k < 0) throw ValueError('number of bits must be non-negative');
      return self.twister.getRandBits(k);
    }),
    ...(rt.dialect === 2 ? { jumpahead: method('(n, /)', jumpAhead) } : {}),
  }),
});

defineForkedGenerators(PyRandom.prototype);

export default (): Record<string, Py> => ({ Random: randomType, ...restoring() });

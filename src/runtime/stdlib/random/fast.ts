/**
 * Faster forms of what programs call most in `random`, put over the library's Python functions once those are loaded.
 * Each does what the function does for plain arguments and a plain `Random`; anything else goes to the function itself.
 */
import { setAttr } from '../../object/attributes.js';
import { direct, directMethod } from '../../builtins/direct.js';
import { call, callKw } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { fn } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { bindMethod, PyFloat, PyList, PyMethod, type PyModule, PyTuple } from '../../object/values.js';
import { cos, log, sin } from '../../libm/index.js';
import type { MersenneTwister } from '../../random/mt19937.js';
import type { PyRandom } from '../_random.js';

/** The result for these arguments, or undefined when the library's function must decide. */
type Fast = (self: PyRandom, args: readonly Py[]) => Py;

const isInt = (o: Py): o is number => typeof o === 'number';
const small = (o: Py): o is number => typeof o === 'number' && o > 0 && o < 4294967296;

/** A uniform integer in [0, limit); `limit` is positive. Python 2 takes it from a float. */
function below(twister: MersenneTwister, limit: number): number {
  if (rt.dialect === 2) return Math.floor(twister.random() * limit);
  const shift = Math.clz32(limit);
  let value = shift === 0 ? twister.next() : twister.next() >>> shift;
  while (value >= limit) value = shift === 0 ? twister.next() : twister.next() >>> shift;
  return value;
}

function randint({ twister }: PyRandom, [a, b, more]: readonly Py[]): Py {
  if (!isInt(a) || !isInt(b) || more !== undefined) return undefined;
  const width = b - a + 1;
  return small(width) ? a + below(twister, width) : undefined;
}

function randrange({ twister }: PyRandom, args: readonly Py[]): Py {
  const [start, stop, step] = args;
  if (args.length === 1) return small(start) ? below(twister, start) : undefined;
  if (!isInt(start) || !isInt(stop) || (step !== undefined && step !== 1) || args.length > 3) return undefined;
  const width = stop - start;
  return small(width) ? start + below(twister, width) : undefined;
}

function choice({ twister }: PyRandom, [sequence, more]: readonly Py[]): Py {
  if (more !== undefined) return undefined;
  if (
    typeof sequence === 'object' &&
    sequence !== null &&
    !sequence.c$.isHeap &&
    (sequence instanceof PyList || sequence instanceof PyTuple)
  ) {
    const { items } = sequence;
    return small(items.length) ? items[below(twister, items.length)] : undefined;
  }
  return undefined;
}

function shuffle({ twister }: PyRandom, [list, more]: readonly Py[]): Py {
  if (more !== undefined || !(list instanceof PyList) || list.c$.isHeap) return undefined;
  const { items } = list;
  for (let i = items.length - 1; i > 0; i--) {
    const j = below(twister, i + 1);
    const held = items[i];
    items[i] = items[j];
    items[j] = held;
  }
  return null;
}

const double = (o: Py): number | undefined => (o instanceof PyFloat ? o.v : isInt(o) ? o : undefined);

function uniform({ twister }: PyRandom, [a, b, more]: readonly Py[]): Py {
  const low = double(a);
  const high = double(b);
  if (low === undefined || high === undefined || more !== undefined) return undefined;
  const width = high - low;
  // Two ints are subtracted exactly.
  if (isInt(a) && isInt(b) && !Number.isSafeInteger(width)) return undefined;
  return new PyFloat(low + width * twister.random());
}

function gauss(self: Py, args: readonly Py[]): Py {
  if (rt.dialect === 2 && args.length < 2) return undefined;
  const mu = args.length > 0 ? double(args[0]) : 0;
  const sigma = args.length > 1 ? double(args[1]) : 1;
  if (mu === undefined || sigma === undefined || args.length > 2) return undefined;
  const kept = self.$gauss_next;
  let z: number;
  if (kept instanceof PyFloat) {
    z = kept.v;
    self.$gauss_next = null;
  } else if (kept === null) {
    const angle = self.twister.random() * (2 * Math.PI);
    const radius = Math.sqrt(-2 * log(1 - self.twister.random()));
    z = cos(angle) * radius;
    self.$gauss_next = new PyFloat(sin(angle) * radius);
  } else return undefined;
  return new PyFloat(mu + z * sigma);
}

function expovariate({ twister }: PyRandom, [lambda, more]: readonly Py[]): Py {
  if (lambda === undefined && rt.dialect === 2) return undefined;
  const rate = lambda === undefined ? 1 : double(lambda);
  if (rate === undefined || rate === 0 || more !== undefined) return undefined;
  return new PyFloat(-log(1 - twister.random()) / rate);
}

const FAST: Readonly<Record<string, Fast>> = { randint, randrange, choice, shuffle, uniform, gauss, expovariate };

/** Called once the library's module has run. */
export function speedUpRandom(module: PyModule): void {
  const globals = module.namespace;
  const cls: PyType = globals.get('Random');
  const instance: Py = globals.get('_inst');
  for (const [name, fast] of Object.entries(FAST)) {
    const slow = cls.namespace.get(name);
    const bound = globals.get(name);
    const method = classMethod(cls, name, fast, slow);
    setAttr(cls, name, method);
    if (bound instanceof PyMethod && bound.self === instance) globals.set(name, bindMethod(method, instance));
  }
  globals.set('random', drawFunction(instance));
}

/** A plain function: it is called so often that being a bound method would show. Other processes have their own of that name. */
function drawFunction({ twister }: PyRandom): Py {
  const draw = fn('()', () => new PyFloat(twister.random()), 'random');
  const made = direct(
    '()',
    function () {
      return arguments.length === 0 ? new PyFloat(twister.random()) : draw(...arguments);
    },
    () => new PyFloat(twister.random()),
    'random',
  );
  made.builtin!.owner = 'random';
  return made;
}

/** Whether nobody has given the generator another `random`. */
const drawsItself = (self: PyRandom): boolean => !Object.hasOwn(self, '$random');

function classMethod(cls: PyType, name: string, fast: Fast, slow: Py): Py {
  const made = directMethod(
    '(self, /, *args, **kwargs)',
    (self: Py, ...args: Py[]) => {
      const result = self.c$ === cls && drawsItself(self) ? fast(self, args) : undefined;
      return result === undefined ? call(slow, [self, ...args]) : result;
    },
    (self: Py, args: Py[], kwargs: Map<string, Py>) => callKw(slow, [self, ...args], kwargs),
    name,
  );
  // Forked processes find it by that.
  made.builtin!.owner = cls;
  return made;
}

/**
 * How iterators of `itertools` are copied and pickled: `__reduce__` and `__setstate__`, which Python 3.14 does without.
 * Python 2's have neither, except for `count` and `repeat`.
 */
import { warnThere } from '../../builtins/warn.js';
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { iteratorObject } from '../../object/iterate.js';
import type { Iterator } from '../../object/pyIterator.js';
import { asSize, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyTuple } from '../../object/values.js';

const DEPRECATED = 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.';
const warnDeprecated = (): void => {
  if (rt.dialect === 3) warnThere('DeprecationWarning', DEPRECATED);
};

/** Arguments that make the iterator anew, with the state it is then given, if any. */
export interface Remaking {
  /** The class to call; the iterator's own when left out. */
  readonly make?: Py;
  readonly args: readonly Py[];
  readonly state?: Py;
}

/** `__reduce__`, and `__setstate__` when there is a state. */
export function reducible<T extends object>(
  remake: (self: T) => Remaking,
  setState?: (self: T, state: Py) => void,
): Members {
  const members: Members = {
    __reduce__: method('()', (self: T) => {
      warnDeprecated();
      const { make, args, state } = remake(self);
      const parts = [make ?? typeOf(self as Py), new PyTuple([...args])];
      return new PyTuple(state === undefined ? parts : [...parts, state]);
    }),
  };
  if (setState === undefined) return members;
  members.__setstate__ = method('(state, /)', (self: T, state: Py) => {
    warnDeprecated();
    setState(self, state);
    return null;
  });
  return members;
}

/** The Python object of a source that is read by the runtime. */
export const sourceObject = (source: Iterator): Py => iteratorObject(source);

/** The parts of a state that is a tuple of `least` to `most` things. */
export function stateParts(state: Py, least: number, most = least): readonly Py[] {
  if (!(state instanceof PyTuple)) throw TypeError('state is not a tuple');
  const { length } = state.items;
  if (length >= least && length <= most) return state.items;
  const [bound, words] = length < least ? [least, 'at least'] : [most, 'at most'];
  const wanted = least === most ? `exactly ${least}` : `${words} ${bound}`;
  throw TypeError(`function takes ${wanted} argument${bound === 1 ? '' : 's'} (${length} given)`);
}

/** `state[place]`, which must be a list or tuple. */
export function stateSequence(parts: readonly Py[], place: number, type: 'list' | 'tuple'): readonly Py[] {
  const part = parts[place];
  if (part instanceof (type === 'list' ? PyList : PyTuple)) return part.items;
  throw TypeError(`argument ${place + 1} must be ${type}, not ${typeOf(part).name}`);
}

/** Indices out of a state: as many as there are limits, each between 0 and its limit. */
export function stateIndices(items: Py, limits: readonly number[]): number[] {
  if (!(items instanceof PyTuple) || items.items.length !== limits.length) throw ValueError('invalid arguments');
  return items.items.map((item, i) => {
    if (intValue(item) === undefined) throw TypeError('an integer is required');
    return Math.max(0, Math.min(asSize(item), limits[i]!));
  });
}

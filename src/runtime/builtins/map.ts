/**
 * `map`, and Python 2's that makes a list.
 * Spec: https://docs.python.org/3/library/functions.html#map
 */
import { threadApply } from '../helpers/threads.js';
import { hasThreadForm, type Thread } from '../threads/generators.js';
import { noKeywords, overrides } from './checkNew.js';
import { call, call1, call2 } from '../object/call.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { asIterator, endOrRaise, iter } from '../object/iterate.js';
import { type Iterator, PyIterator } from '../object/pyIterator.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { direct } from './direct.js';
import { iteratorMembers } from './iterator.js';
import { askLength } from './len.js';
import { iterateAll } from './sequence.js';

export class MapIterator extends PyIterator {
  private readonly sources: readonly Iterator[];
  constructor(
    readonly f: Py,
    /** The Python iterators. */
    readonly iterators: readonly Py[],
  ) {
    super();
    this.sources = iterators.map(asIterator);
  }
  /** Tells the loops of threaded code that there is a form for them. */
  get call(): true {
    return true;
  }
  *nextInThread(): Thread {
    const args: Py[] = [];
    for (const source of this.sources) {
      const item = hasThreadForm(source) ? yield* source.nextInThread() : source.nx();
      if (item === undefined) return undefined;
      args.push(item);
    }
    try {
      return yield* threadApply(this.f, args, null);
    } catch (error) {
      return endOrRaise(error);
    }
  }
  nx(): Py {
    try {
      return this.applied();
    } catch (error) {
      return endOrRaise(error);
    }
  }
  private applied(): Py {
    const { sources, f } = this;
    const first = sources[0]!.nx();
    if (first === undefined) return undefined;
    if (sources.length === 1) return call1(f, first);
    const second = sources[1]!.nx();
    if (second === undefined) return undefined;
    if (sources.length === 2) return call2(f, first, second);
    const args = [first, second];
    for (let i = 2; i < sources.length; i++) {
      const item = sources[i]!.nx();
      if (item === undefined) return undefined;
      args.push(item);
    }
    return call(f, args);
  }
}

export const map: PyType = builtinType({ name: 'map', name2: 'itertools.imap', js: MapIterator });

function make(cls: PyType, args: readonly Py[]): Py {
  if (args.length < 2) throw TypeError(`${map.qualname}() must have at least two arguments.`);
  const f = args[0] === null && rt.dialect === 2 ? row : args[0];
  return new cls.ctor(f, args.slice(1).map(iter));
}

/** What Python 2's `itertools.imap` calls when it is given None. */
const row = fn('(*items)', (items: Py[]) => new PyTuple(items), 'row');

defineMembers(map, () => ({
  __doc__:
    'Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      (cls: PyType, ...args: Py[]) => make(cls, args),
      (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
        if (kwargs.size > 0 && !overrides(cls, map, '__init__')) throw noKeywords(map);
        return make(cls, args);
      },
      '__new__',
    ),
  ),
  ...iteratorMembers({
    __reduce__: method(
      '()',
      (self: MapIterator) => new PyTuple([typeOf(self), new PyTuple([self.f, ...self.iterators])]),
    ),
  }),
}));

/** Python 2's `map`: goes on to the longest, filling up with None; without a function it makes tuples. */
export const map2 = fn(
  '(*args)',
  (args: Py[]) => {
    if (args.length < 2) throw TypeError('map() requires at least two args');
    const f = args[0];
    const sequences = args.slice(1);
    const sources = iterateAll(sequences, (i, o) =>
      sequences.length === 1 && f === null
        ? TypeError(typeOf(o).oldStyle ? 'iteration over non-sequence' : `'${typeOf(o).name}' object is not iterable`)
        : TypeError(`argument ${i + 2} to map() must support iteration`),
    );
    // A list is made of the one.
    if (sequences.length === 1 && f === null) askLength(sequences[0]);
    const result: Py[] = [];
    for (;;) {
      let more = false;
      const row = sources.map((source) => {
        const item = source.nx();
        if (item !== undefined) more = true;
        return item ?? null;
      });
      if (!more) return new PyList(result);
      if (f !== null) result.push(call(f, row));
      else result.push(row.length === 1 ? row[0] : new PyTuple(row));
    }
  },
  'map',
);

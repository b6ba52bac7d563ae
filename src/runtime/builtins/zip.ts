/**
 * `zip`, and Python 2's that makes a list.
 * Spec: https://docs.python.org/3/library/functions.html#zip
 */
import { rt } from '../object/context.js';
import { isInstanceOf, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { asIterator, iter, iterate } from '../object/iterate.js';
import { type Iterator, type PairIterator, PyIterator } from '../object/pyIterator.js';
import { checkKeywords } from '../object/keywordErrors.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { hasThreadForm, type Thread } from '../threads/generators.js';
import { noKeywords, overrides } from './checkNew.js';
import { direct } from './direct.js';
import { iteratorMembers } from './iterator.js';
import { askLength } from './len.js';

export class ZipIterator extends PyIterator implements PairIterator {
  private readonly sources: readonly Iterator[];
  first: Py = undefined;
  second: Py = undefined;
  constructor(
    /** The Python iterators. */
    readonly iterators: readonly Py[],
    public strict: boolean,
  ) {
    super();
    this.sources = iterators.map(asIterator);
  }
  /** As for `map`, where an iterator has a form for threads. */
  get call(): true | undefined {
    return this.sources.some(hasThreadForm) || undefined;
  }
  get nextInThread(): (() => Thread) | undefined {
    return this.call && this.inThread;
  }
  private *inThread(): Thread {
    const { sources } = this;
    const row: Py[] = [];
    for (let i = 0; i < sources.length; i++) {
      const source: Py = sources[i];
      const item = hasThreadForm(source) ? yield* source.nextInThread() : source.nx();
      if (item === undefined) {
        if (this.strict) this.checkEnds(i);
        return undefined;
      }
      row.push(item);
    }
    return new PyTuple(row);
  }
  get givesPairs(): boolean {
    return this.sources.length === 2;
  }
  /** The two iterators that a loop may resume in place of this one. */
  get halves(): readonly Iterator[] | undefined {
    return this.sources.length === 2 && !this.strict ? this.sources : undefined;
  }
  nextPair(): boolean {
    const { sources } = this;
    this.first = sources[0]!.nx();
    this.second = this.first === undefined ? undefined : sources[1]!.nx();
    if (this.second !== undefined) return true;
    if (this.strict) this.checkEnds(this.first === undefined ? 0 : 1);
    this.first = undefined;
    return false;
  }
  nx(): Py {
    const { sources } = this;
    const n = sources.length;
    if (n === 0) return undefined;
    // A list that grows would take room for seventeen.
    if (n === 2) return this.nextPair() ? new PyTuple([this.first, this.second]) : undefined;
    const row: Py[] = [];
    for (let i = 0; i < n; i++) {
      const item = sources[i]!.nx();
      if (item === undefined) {
        if (this.strict) this.checkEnds(i);
        return undefined;
      }
      row.push(item);
    }
    return new PyTuple(row);
  }
  /** Iterator `ended` is through; it must not be alone in that. */
  private checkEnds(ended: number): void {
    if (ended > 0) throw lengths(ended, 'shorter');
    for (let i = 1; i < this.sources.length; i++) if (this.sources[i]!.nx() !== undefined) throw lengths(i, 'longer');
  }
}

const lengths = (i: number, word: string) =>
  ValueError(`zip() argument ${i + 1} is ${word} than argument${i === 1 ? ' 1' : `s 1-${i}`}`);

export const zip: PyType = builtinType({ name: 'zip', name2: 'itertools.izip', js: ZipIterator });

function iterator(o: Py, i: number): Py {
  if (rt.dialect === 3) return iter(o);
  try {
    return iter(o);
  } catch (error) {
    if (!isInstanceOf(error, TypeError)) throw error;
    throw TypeError(`izip argument #${i + 1} must support iteration`);
  }
}

defineMembers(zip, () => ({
  __doc__:
    "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
  __new__: new PyStaticMethod(
    direct(
      '(cls, *iterables, **kwargs)',
      (cls: PyType, ...iterables: Py[]) => new cls.ctor(iterables.map(iterator), false),
      (cls: PyType, iterables: Py[], kwargs: Map<string, Py>) => {
        if (rt.dialect === 2 && kwargs.size > 0 && !overrides(cls, zip, '__init__')) throw noKeywords(zip);
        checkKeywords('zip', kwargs, ['strict']);
        const strict = kwargs.has('strict') && truthy(kwargs.get('strict'));
        return new cls.ctor(iterables.map(iterator), strict);
      },
      '__new__',
    ),
  ),
  ...iteratorMembers({
    __reduce__: method('()', (self: ZipIterator) => {
      const parts: Py[] = [typeOf(self), new PyTuple([...self.iterators])];
      if (self.strict) parts.push(true);
      return new PyTuple(parts);
    }),
    __setstate__: method('(state, /)', (self: ZipIterator, state: Py) => {
      self.strict = truthy(state);
      return null;
    }),
  }),
}));

function iterateForZip2(o: Py, i: number): Iterator {
  try {
    return iterate(o);
  } catch (error) {
    if (!isInstanceOf(error, TypeError)) throw error;
    throw TypeError(`zip argument #${i + 1} must support iteration`);
  }
}

/** Python 2's `zip`. */
export const zip2 = fn(
  '(*sequences)',
  (sequences: Py[]) => {
    for (const sequence of sequences) askLength(sequence);
    const sources = sequences.map(iterateForZip2);
    const rows: Py[] = [];
    if (sources.length === 0) return new PyList(rows);
    for (;;) {
      const row: Py[] = [];
      for (const source of sources) {
        const item = source.nx();
        if (item === undefined) return new PyList(rows);
        row.push(item);
      }
      rows.push(new PyTuple(row));
    }
  },
  'zip',
);

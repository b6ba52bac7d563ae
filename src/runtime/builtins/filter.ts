/**
 * `filter`, and Python 2's that keeps str and tuple.
 * Spec: https://docs.python.org/3/library/functions.html#filter
 */
import { noKeywords, overrides } from './checkNew.js';
import { call1 } from '../object/call.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { asIterator, endOrRaise, iter } from '../object/iterate.js';
import { type Iterator, PyIterator } from '../object/pyIterator.js';
import { iterateSized } from './len.js';
import type { Py } from '../object/object.js';
import { strValue } from '../object/number.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType } from '../object/type.js';
import { isInstance, typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { threadApply } from '../helpers/threads.js';
import { hasThreadForm, type Thread } from '../threads/generators.js';
import { direct } from './direct.js';
import { iteratorMembers } from './iterator.js';
import { length } from './len.js';
import { strType } from './str.js';
import { getItem } from './subscript.js';
import { tuple } from './tuple.js';
import { unicodeType } from './unicode2.js';

/** Whether `filter(f, …)` keeps `item`; without a function the item itself is asked. */
export const keeps = (f: Py, item: Py): boolean => truthy(f === null ? item : call1(f, item));

export class FilterIterator extends PyIterator {
  private readonly source: Iterator;
  constructor(
    readonly f: Py,
    /** The Python iterator. */
    readonly iterator: Py,
  ) {
    super();
    this.source = asIterator(iterator);
  }
  /** As for `map`: the iterator or the function may have a form for threads. */
  get call(): true {
    return true;
  }
  *nextInThread(): Thread {
    const { source, f } = this;
    for (;;) {
      const item = hasThreadForm(source) ? yield* source.nextInThread() : source.nx();
      try {
        if (item === undefined || truthy(f === null ? item : yield* threadApply(f, [item], null))) return item;
      } catch (error) {
        return endOrRaise(error);
      }
    }
  }
  nx(): Py {
    const { source, f } = this;
    try {
      for (let item = source.nx(); item !== undefined; item = source.nx()) if (keeps(f, item)) return item;
      return undefined;
    } catch (error) {
      return endOrRaise(error);
    }
  }
}

export const filter: PyType = builtinType({ name: 'filter', name2: 'itertools.ifilter', js: FilterIterator });

function make(cls: PyType, args: readonly Py[]): Py {
  if (args.length !== 2) throw TypeError(`${filter.qualname} expected 2 arguments, got ${args.length}`);
  return new cls.ctor(args[0], iter(args[1]));
}

defineMembers(filter, () => ({
  __doc__:
    'Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      (cls: PyType, ...args: Py[]) => make(cls, args),
      (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
        if (kwargs.size > 0 && !overrides(cls, filter, '__init__')) throw noKeywords(filter);
        return make(cls, args);
      },
      '__new__',
    ),
  ),
  ...iteratorMembers({
    __reduce__: method(
      '()',
      (self: FilterIterator) => new PyTuple([typeOf(self), new PyTuple([self.f, self.iterator])]),
    ),
  }),
}));

/** Python 2's `filter`: a str, unicode or tuple for one, else a list. */
export const filter2 = fn(
  '(*args)',
  (args: Py[]) => {
    if (args.length !== 2) throw TypeError(`filter expected 2 arguments, got ${args.length}`);
    const [f, sequence] = args;
    const byIndex = isInstance(sequence, tuple) || isInstance(sequence, strType) || sequence instanceof PyUnicode;
    const it = byIndex ? new IndexedItems(sequence) : iterateSized(sequence);
    const kept: Py[] = [];
    for (let item = it.nx(); item !== undefined; item = it.nx()) if (keeps(f, item)) kept.push(item);
    if (!byIndex) return new PyList(kept);
    if (isInstance(sequence, tuple)) return new PyTuple(kept);
    if (sequence instanceof PyUnicode) return new PyUnicode(kept.map((c) => c.value).join(''));
    return kept.map((c) => strValue(c)).join('');
  },
  'filter',
);

/** What `sequence[i]` gives for each index below its length: a subclass may say so. Texts have to give texts. */
class IndexedItems {
  private i = 0;
  private readonly length: number;
  private readonly text: PyType | undefined;
  constructor(readonly sequence: Py) {
    this.length = Number(length(sequence));
    this.text = isInstance(sequence, tuple) ? undefined : sequence instanceof PyUnicode ? unicodeType : strType;
  }
  nx(): Py {
    if (this.i >= this.length) return undefined;
    const item = getItem(this.sequence, this.i++);
    const { text } = this;
    if (text !== undefined && !isInstance(item, text))
      throw TypeError(`can't filter ${text.name} to ${text.name}: __getitem__ returned different type`);
    return item;
  }
}

/** Iterators over what a function, or another iterable, says of each item. */
import { threadApply } from '../../helpers/threads.js';
import { hasThreadForm, type Thread } from '../../threads/generators.js';
import { call, call1 } from '../../object/call.js';
import { endOrRaise, iterate, toArray } from '../../object/iterate.js';
import { type Iterator, PyIterator } from '../../object/pyIterator.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { PyType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';
import { reducible, sourceObject } from './pickling.js';

class CompressIterator extends PyIterator {
  constructor(
    readonly data: Iterator,
    readonly selectors: Iterator,
  ) {
    super();
  }
  nx(): Py {
    for (;;) {
      const item = this.data.nx();
      if (item === undefined) return undefined;
      const selector = this.selectors.nx();
      if (selector === undefined) return undefined;
      if (truthy(selector)) return item;
    }
  }
}
export const compress = itertool(
  'compress',
  CompressIterator,
  '(cls, data, selectors)',
  (cls, data: Py, selectors: Py) => new cls.ctor(iterate(data), iterate(selectors)),
  () => reducible<CompressIterator>((self) => ({ args: [sourceObject(self.data), sourceObject(self.selectors)] })),
);

/** An iterator that calls a function with what another gives. */
abstract class AskingIterator extends PyIterator {
  constructor(
    readonly f: Py,
    readonly source: Iterator,
  ) {
    super();
  }
  nx(): Py {
    try {
      return this.asked();
    } catch (error) {
      return endOrRaise(error);
    }
  }
  /** The next item, undefined at the end. What the function raises as an end comes out of it. */
  protected abstract asked(): Py;
}
const functionAndSource = ({ f, source }: AskingIterator): readonly Py[] => [f, sourceObject(source)];
const stateless = () => reducible<AskingIterator>((self) => ({ args: functionAndSource(self) }));
/** For one whose whole state is whether something has come to pass. */
const withState = <T extends AskingIterator>(state: keyof T & string) =>
  reducible<T>(
    (self) => ({ args: functionAndSource(self), state: self[state] ? 1 : 0 }),
    (self, given) => {
      self[state] = truthy(given) as T[typeof state];
    },
  );
const withFunction = (cls: PyType, f: Py, iterable: Py) => new cls.ctor(f, iterate(iterable));

class DropIterator extends AskingIterator {
  started = false;
  protected asked(): Py {
    for (;;) {
      const item = this.source.nx();
      if (item === undefined || this.started) return item;
      if (truthy(call1(this.f, item))) continue;
      this.started = true;
      return item;
    }
  }
}
export const dropwhile = itertool('dropwhile', DropIterator, '(cls, predicate, iterable, /)', withFunction, () =>
  withState<DropIterator>('started'),
);

class TakeIterator extends AskingIterator {
  ended = false;
  protected asked(): Py {
    if (this.ended) return undefined;
    const item = this.source.nx();
    if (item === undefined) return undefined;
    if (truthy(call1(this.f, item))) return item;
    this.ended = true;
    return undefined;
  }
}
export const takewhile = itertool('takewhile', TakeIterator, '(cls, predicate, iterable, /)', withFunction, () =>
  withState<TakeIterator>('ended'),
);

class FilterFalseIterator extends AskingIterator {
  protected asked(): Py {
    for (;;) {
      const item = this.source.nx();
      if (item === undefined) return undefined;
      if (!truthy(this.f === null ? item : call1(this.f, item))) return item;
    }
  }
}
export const filterfalse = itertool(
  ['filterfalse', 'ifilterfalse'],
  FilterFalseIterator,
  '(cls, function, iterable, /)',
  withFunction,
  stateless,
);

class StarMapIterator extends AskingIterator {
  /** Tells the loops of threaded code that there is a form for them. */
  get call(): true {
    return true;
  }
  *nextInThread(): Thread {
    const { source, f } = this;
    const args = hasThreadForm(source) ? yield* source.nextInThread() : source.nx();
    if (args === undefined) return undefined;
    try {
      return yield* threadApply(f, [...(args instanceof PyTuple ? args.items : toArray(args))], null);
    } catch (error) {
      return endOrRaise(error);
    }
  }
  protected asked(): Py {
    const args = this.source.nx();
    if (args === undefined) return undefined;
    return call(this.f, args instanceof PyTuple ? args.items : toArray(args));
  }
}
export const starmap = itertool('starmap', StarMapIterator, '(cls, function, iterable, /)', withFunction, stateless);

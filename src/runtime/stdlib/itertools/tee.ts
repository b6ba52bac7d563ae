/** `tee`: several iterators over one source, which share what has been read. */
import { RuntimeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { iterate } from '../../object/iterate.js';
import { type Iterator, PyIterator } from '../../object/pyIterator.js';
import { asSize } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { builtinType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';

/** One item read from the source and the place after it. What no iterator is before any more can be collected. */
class Link extends PyObject {
  item: Py = undefined;
  next: Link | null = null;
}

class Source extends PyObject {
  private running = false;
  constructor(private readonly source: Iterator) {
    super();
  }
  /** Fills `link` and appends an empty one; false at the end. */
  read(link: Link): boolean {
    if (this.running) throw RuntimeError('tee iterator re-entered');
    this.running = true;
    try {
      const item = this.source.nx();
      if (item === undefined) return false;
      link.item = item;
      link.next = new Link();
      return true;
    } finally {
      this.running = false;
    }
  }
}

export class TeeIterator extends PyIterator {
  constructor(
    readonly source: Source,
    private link: Link,
  ) {
    super();
  }
  nx(): Py {
    const { link } = this;
    if (link.next === null && !this.source.read(link)) return undefined;
    this.link = link.next!;
    return link.item;
  }
  copy(): TeeIterator {
    return new TeeIterator(this.source, this.link);
  }
}

const fresh = (iterable: Py): TeeIterator =>
  iterable instanceof TeeIterator ? iterable.copy() : new TeeIterator(new Source(iterate(iterable)), new Link());

// Python sees none of them; a forked process gets them as it gets objects that several others share.
for (const js of [Link, Source]) builtinType({ name: '_tee_dataobject', js, module: 'itertools', subclassable: false });

export const teeType = itertool(
  ['_tee', 'tee'],
  TeeIterator,
  '(cls, iterable, /)',
  (_cls, iterable: Py) => fresh(iterable),
  () => ({
    __copy__: method('()', (self: TeeIterator) => self.copy()),
  }),
);

export const tee = fn(
  '(iterable, n=2, /)',
  (iterable: Py, n: Py) => {
    const count = n === undefined ? 2 : asSize(n);
    if (count < 0) throw ValueError('n must be >= 0');
    if (count === 0) return new PyTuple([]);
    const first = fresh(iterable);
    return new PyTuple([first, ...Array.from({ length: count - 1 }, () => first.copy())]);
  },
  'tee',
);

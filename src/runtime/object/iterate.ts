/**
 * Iteration. Inside the runtime an iterator is any object with `nx()`: the next value, or undefined when there is none
 * (undefined is never a Python value). Built-in iterators have it as a method; an iterator written in Python is wrapped.
 */
import { unitAt } from '../text/units.js';
import { special } from './attributes.js';
import { inherit } from './constructors.js';
import { rt } from './context.js';
import { MemoryError, PyBaseException, StopIteration, TypeError } from './errors.js';
import type { Py } from './object.js';
import { HashTable } from './hashTable.js';
import { type Iterator, PyIterator } from './pyIterator.js';
import { PyAnySet, PyDict } from './table.js';
import { DictKeyIterator, SetIterator } from './tableIterator.js';
import { typeOf } from './typeof.js';
import { PyFloat, PyList, PyProgression, PyTuple, PyUnicode } from './values.js';

export interface ListIterator extends PyIterator {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class ListIterator {
  at = 0;
  constructor(public list: PyList | null) {}
  nx(): Py {
    const { list } = this;
    if (list === null) return undefined;
    if (list.raw !== null) {
      if (this.at < list.raw.length) return new PyFloat(list.raw[this.at++]!);
    } else if (this.at < list.tagged.length) return list.tagged[this.at++];
    this.list = null;
    return undefined;
  }
}
inherit(ListIterator, PyIterator);

export interface TupleIterator extends PyIterator {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class TupleIterator {
  at = 0;
  constructor(readonly items: readonly Py[]) {}
  nx(): Py {
    if (this.at < this.items.length) return this.items[this.at++];
    // Beyond the end: an iterator that is through shows as one over nothing.
    this.at = this.items.length + 1;
    return undefined;
  }
}
inherit(TupleIterator, PyIterator);

/** A range whose numbers are all safe integers. */
export interface RangeIterator extends PyIterator {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export class RangeIterator {
  constructor(
    public next: number,
    readonly step: number,
    public left: number,
  ) {}
  nx(): Py {
    if (this.left <= 0) return undefined;
    this.left--;
    const value = this.next;
    this.next = value + this.step;
    return value;
  }
}
inherit(RangeIterator, PyIterator);

export class LongRangeIterator extends PyIterator {
  at = 0n;
  constructor(readonly range: PyProgression) {
    super();
  }
  nx(): Py {
    if (this.at >= BigInt(this.range.length)) return undefined;
    const value = BigInt(this.range.start) + this.at * BigInt(this.range.step);
    this.at++;
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
}

/** Characters: code points in Python 3, bytes in Python 2. */
export class StrIterator extends PyIterator {
  at = 0;
  constructor(readonly text: string) {
    super();
  }
  nx(): Py {
    const { text, at } = this;
    if (at >= text.length) return undefined;
    const unit = unitAt(text, at);
    if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length) {
      const low = unitAt(text, at + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        this.at += 2;
        return text.slice(at, at + 2);
      }
    }
    this.at++;
    return text[at];
  }
}

/** The same for a text of ASCII characters: a class of its own, as in CPython. */
export class StrAsciiIterator extends StrIterator {}

export function strIterator(text: string): StrIterator {
  return /^[\0-\x7f]*$/.test(text) ? new StrAsciiIterator(text) : new StrIterator(text);
}

/** An iterator written in Python, as the runtime sees it. */
export class ForeignIterator implements Iterator {
  /** What `nx` calls: threads call it in their own way. */
  readonly call: [Py, Py[]];
  constructor(
    readonly object: Py,
    readonly next: (self: Py) => Py,
  ) {
    this.call = [next, [object]];
  }
  nx(): Py {
    try {
      return this.next(this.object);
    } catch (error) {
      if (isStopIteration(error)) return undefined;
      throw error;
    }
  }
}

/** The same for an object that is still being made: its method is looked for when it is to give an item. */
export const unfinishedIterator = (object: Py): Iterator =>
  new ForeignIterator(object, (self) => nextMethod(self)(self));

/** The Python object behind a runtime's iterator. */
export function iteratorObject(it: Iterator): Py {
  if (it instanceof ForeignIterator) return it.object;
  if (!(it instanceof StrIterator)) return it;
  const shown = strIterator(it.text);
  shown.at = it.at;
  return shown;
}

/** Old sequence protocol: `__getitem__` with 0, 1, … until IndexError. */
export class SequenceIterator extends PyIterator {
  at = 0;
  constructor(
    public sequence: Py,
    readonly getItem: (self: Py, i: number) => Py,
  ) {
    super();
  }
  nx(): Py {
    if (this.sequence === null) return undefined;
    try {
      return this.getItem(this.sequence, this.at++);
    } catch (error) {
      if (
        error instanceof PyBaseException &&
        error.c$.mro.some((c) => c.qualname === 'IndexError' || c.qualname === 'StopIteration')
      ) {
        this.sequence = null;
        return undefined;
      }
      throw error;
    }
  }
}

/** The same over a plain str or unicode of Python 2, which have no `__iter__`. */
export class TextSequenceIterator extends SequenceIterator {
  override nx(): Py {
    const { sequence } = this;
    if (sequence === null) return undefined;
    const text: string = typeof sequence === 'string' ? sequence : sequence.value;
    if (this.at >= text.length) {
      this.sequence = null;
      return undefined;
    }
    const item = text[this.at++]!;
    return sequence === text ? item : new PyUnicode(item);
  }
}

const isPlainText2 = (o: Py): boolean =>
  typeof o === 'string' || (o instanceof PyUnicode && !o.c$.isHeap && !/[\ud800-\udfff]/.test(o.value));

/** What a function that an iterator calls has raised: StopIteration is the iterator's end. */
export function endOrRaise(error: unknown): undefined {
  if (isStopIteration(error)) return undefined;
  throw error;
}

export function isStopIteration(error: unknown): boolean {
  return error instanceof PyBaseException && error.c$.mro.includes(StopIteration.type);
}

/** An object to call `nx()` on, for any iterable. Raises TypeError for what is not iterable. */
export function iterate(o: Py): Iterator {
  if (typeof o === 'string') return new StrIterator(o);
  if (typeof o === 'object' && o !== null && !o.c$.isHeap) {
    if (o instanceof PyList) return new ListIterator(o);
    if (o instanceof PyTuple) return new TupleIterator(o.items);
    if (o instanceof PyDict) return o.ownIterator === undefined ? new DictKeyIterator(o) : o.ownIterator();
    if (o instanceof PyAnySet) return new SetIterator(o);
    if (o instanceof PyProgression) return rangeIterator(o);
    if (o instanceof PyIterator && o.isIterable) return o;
  } else if (o instanceof PyTuple && iteratesAs(o, PyTuple.prototype)) return new TupleIterator(o.items);
  else if (o instanceof PyList && iteratesAs(o, PyList.prototype)) return new ListIterator(o);
  return asIterator(iter(o));
}

/** An instance of a subclass (a named tuple, say) that has no `__iter__` of its own. */
const iteratesAs = (o: Py, proto: Py): boolean =>
  o.c$.isReady && o.m$__iter__ !== undefined && o.m$__iter__ === proto.m$__iter__;

export function rangeIterator(range: PyProgression): Iterator & PyIterator {
  const { start, step, length } = range;
  const last =
    typeof start === 'number' && typeof step === 'number' && typeof length === 'number' ? start + step * length : NaN;
  return Number.isSafeInteger(last)
    ? new RangeIterator(start as number, step as number, length as number)
    : new LongRangeIterator(range);
}

/**
 * What gives the next item, or undefined. In Python 2 a class of the program that only has Python 3's `__next__` is no
 * iterator; those of the library have both names.
 */
export function nextMethod(iterator: Py): Py {
  if (rt.dialect === 3) return special(iterator, '__next__');
  return special(iterator, 'next') ?? (typeOf(iterator).isHeap ? undefined : special(iterator, '__next__'));
}

/** Any old-style instance passes for an iterator until it is asked for an item. */
function noNext(): never {
  throw TypeError('instance has no next() method');
}

/** The runtime's view of a Python iterator object. */
export function asIterator(iterator: Py): Iterator {
  if (iterator instanceof PyIterator && !iterator.c$.isHeap) return iterator;
  const next = nextMethod(iterator) ?? (typeOf(iterator).oldStyle ? noNext : undefined);
  if (next === undefined) throw TypeError(`'${typeOf(iterator).name}' object is not an iterator`);
  if (iterator instanceof PyIterator && next === typeOf(iterator).mro.find((c) => !c.isHeap)?.proto.m$__next__)
    return iterator;
  return new ForeignIterator(iterator, next);
}

/** `iter(o)`: the Python object. */
export function iter(o: Py): Py {
  if (typeof o === 'object' && o !== null && !o.c$.isHeap) {
    if (o instanceof PyIterator && o.isIterable) return o;
    if (
      o instanceof PyList ||
      o instanceof PyTuple ||
      o instanceof PyDict ||
      o instanceof PyAnySet ||
      o instanceof PyProgression
    )
      return iterate(o);
  }
  const f = special(o, '__iter__');
  if (f !== undefined) {
    const iterator = f(o);
    if (iterator instanceof PyIterator) return iterator;
    if (nextMethod(iterator) === undefined && !typeOf(iterator).oldStyle) {
      const asked = typeOf(o).oldStyle ? '__iter__' : 'iter()';
      throw TypeError(`${asked} returned non-iterator of type '${typeOf(iterator).name}'`);
    }
    return iterator;
  }
  const getItem = special(o, '__getitem__');
  if (getItem === undefined || isNoneHook(o)) {
    throw TypeError(typeOf(o).oldStyle ? 'iteration over non-sequence' : `'${typeOf(o).name}' object is not iterable`);
  }
  const ownWay = o.iterateBy$?.(getItem);
  if (ownWay !== undefined) return ownWay;
  const Iterator = rt.dialect === 2 && isPlainText2(o) ? TextSequenceIterator : SequenceIterator;
  return new Iterator(o, getItem);
}

/** `__iter__ = None` says: not iterable, whatever else there is. */
const isNoneHook = (o: Py) => typeOf(o).proto.$__iter__ === null;

/** Every item, in a new JavaScript array. */
export function toArray(o: Py): Py[] {
  if (typeof o === 'object' && o !== null && !o.c$.isHeap) {
    if (o instanceof PyList || o instanceof PyTuple) return o.items.slice();
    if (o instanceof HashTable) return o.keyList();
    if (o instanceof PyProgression) return rangeItems(o);
  }
  const items: Py[] = [];
  const it = iterate(o);
  for (let item = it.nx(); item !== undefined; item = it.nx()) if (items.push(item) > MOST_ITEMS) throw MemoryError();
  return items;
}

/** An array that grows beyond this ends V8, which makes room for half as much again, and with it the process. */
const MOST_ITEMS = 112_000_000;

/** From this many items on an array is made with room for just them; a smaller one grows, and V8 knows it has no gaps. */
const ROOMY = 4096;
/** V8 keeps longer arrays in a hash table when they are made with a length. */
const LONGEST = 0x2000000;

function rangeItems(range: PyProgression): Py[] {
  const it = rangeIterator(range);
  const length = Number(range.length);
  if (length > MOST_ITEMS) throw MemoryError();
  const items: Py[] = length < ROOMY || length > LONGEST ? [] : new Array(length);
  if (items.length > 0) for (let i = 0; i < length; i++) items[i] = it.nx();
  else for (let item = it.nx(); item !== undefined; item = it.nx()) items.push(item);
  return items;
}

/** Calls `visit` with every item; stops early when it returns false. */
export function forEach(o: Py, visit: (item: Py) => boolean | void): void {
  const it = iterate(o);
  for (let item = it.nx(); item !== undefined; item = it.nx()) if (visit(item) === false) return;
}

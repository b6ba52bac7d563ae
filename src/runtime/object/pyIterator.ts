/** What an iterator is inside the runtime. */
import { type Py, PyObject } from './object.js';

export interface Iterator {
  /** The next value, or undefined when there is none. */
  nx(): Py;
  /** Leaves out so many items (or all there are), where that takes no longer than leaving out one. */
  skip?(count: number): void;
  /** Whether its items are pairs that may be had without a tuple (`nextPair`). */
  readonly givesPairs?: boolean;
}

/** Base of the built-in iterator types: `iter(it) is it`. */
export abstract class PyIterator extends PyObject implements Iterator {
  abstract nx(): Py;
  /** False for what is resumed as an iterator is, but is none to Python. */
  get isIterable(): boolean {
    return true;
  }
}

/** An iterator over pairs: a loop that takes each apart at once needs no tuple for it. */
export interface PairIterator extends Iterator {
  readonly givesPairs: boolean;
  /** Goes on to the next pair, which stands in `first` and `second` then. False when there is none. */
  nextPair(): boolean;
  readonly first: Py;
  readonly second: Py;
}

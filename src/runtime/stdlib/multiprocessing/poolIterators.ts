/** The iterators that `imap` and `imap_unordered` of a pool hand out. */

import { ControlFlow, raise, toPython } from '../../helpers/exceptions.js';
import { StopIteration } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { endOrRaise } from '../../object/iterate.js';
import { PyIterator } from '../../object/pyIterator.js';
import { type Py } from '../../object/object.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { deadlineAfter } from '../../mp/index.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { MpTimeoutError } from './context.js';
import type { PyPool } from './pool.js';
import type { Outcome } from './poolMessages.js';
import { attributes } from './shareable.js';
import { comparedMs } from './timeouts.js';
import { errorOf, type Job } from './poolResults.js';

const MODULE = 'multiprocessing.pool';

/** Tasks may be this many bytes ahead of the workers, as in CPython's pipe. */
const AHEAD_BYTES = 65536;

/** The results of `imap`, in the order of the tasks, or (`imap_unordered`) as they come. */
export class PyImapIterator extends PyIterator implements Job {
  /** Results that are there and not given out: by index, or in order of arrival. */
  private readonly arrived = new Map<number, Outcome>();
  private readonly unseen: Outcome[] = [];
  /** Tasks that are still to come, where they come without order. */
  private readonly missing = new Set<number>();
  private next = 0;
  private count = 0;
  private received = 0;
  private length = Infinity;
  private isFeeding = false;
  /** @param source puts the next task, or returns false when there are no more. It may throw what the program's iterable does. Null: see `begin`. */
  constructor(
    readonly pool: PyPool,
    readonly number: number,
    readonly ordered: boolean,
    private source: ((index: number) => boolean) | null,
  ) {
    super();
  }

  /** Gives it its tasks, if it was made without. */
  begin(source: (index: number) => boolean): void {
    this.source = source;
  }

  /** There are so many tasks and no more. */
  end(length: number): void {
    this.length = length;
    if (this.isDone) this.pool.forget(this);
  }

  get wanted(): number {
    return 1;
  }

  get isDone(): boolean {
    return this.received >= this.length;
  }

  expects(index: number): boolean {
    if (!this.ordered) return this.missing.has(index);
    return index >= this.next && !this.arrived.has(index) && index < this.count;
  }

  fail(outcome: Outcome): void {
    this.length = this.count;
    for (const index of [...this.missing]) this.finished(index, outcome);
    if (!this.ordered) return;
    for (let index = this.next; index < this.count; index++) if (this.expects(index)) this.finished(index, outcome);
  }

  finished(index: number, outcome: Outcome): void {
    this.received++;
    if (this.ordered) this.arrived.set(index, outcome);
    else {
      this.missing.delete(index);
      this.unseen.push(outcome);
    }
    if (this.isDone) this.pool.forget(this);
  }

  feed(): void {
    // The program's iterable may wait, and whoever waits looks after the pools.
    if (this.isFeeding || this.source === null) return;
    this.isFeeding = true;
    try {
      while (this.length === Infinity && this.pool.queuedBytes() < AHEAD_BYTES) this.feedOne();
    } finally {
      this.isFeeding = false;
    }
  }

  private feedOne(): void {
    const index = this.count++;
    if (!this.ordered) this.missing.add(index);
    try {
      if (this.source!(index)) return;
      this.missing.delete(index);
      this.length = index;
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      this.length = index + 1;
      this.finished(index, { kind: 'error', error: toPython(error), traceback: null });
    }
    if (this.isDone) this.pool.forget(this);
  }

  get hasNext(): boolean {
    return (this.ordered ? this.arrived.has(this.next) : this.unseen.length > 0) || this.next >= this.length;
  }

  /** Lets a thread wait for the next result. */
  *awaitNext(limitMs: number): Steps<void> {
    if (!this.hasNext) this.pool.pump();
    yield { source: this.pool.sourceUntil(() => this.hasNext), deadline: deadlineAfter(limitMs) };
  }

  /** The next result; undefined when there are no more, null when none comes in time. */
  take(limitMs: number): Outcome | undefined | null {
    if (!this.hasNext) this.pool.waitUntil(() => this.hasNext, limitMs, this);
    if (!this.hasNext) return null;
    if (this.next >= this.length) return undefined;
    const index = this.next++;
    if (!this.ordered) return this.unseen.shift();
    const outcome = this.arrived.get(index)!;
    this.arrived.delete(index);
    return outcome;
  }

  /** How many results could have been given out by now, which programs that show their progress read. */
  get ready(): number {
    this.pool.pump();
    if (!this.ordered) return this.received;
    let index = this.next;
    while (this.arrived.has(index)) index++;
    return Math.min(index, this.length);
  }

  /** Number of tasks, null while the last one has not been put. */
  get known(): number | null {
    return this.length === Infinity ? null : this.length;
  }

  /** The next result's value, or undefined at the end. Raises what the task raised, TimeoutError if none comes in time. */
  valueOfNext(limitMs: number): Py {
    const outcome = this.take(limitMs);
    if (outcome === undefined) return undefined;
    if (outcome === null) throw MpTimeoutError();
    if (outcome.kind === 'value') return outcome.value;
    throw raise(errorOf(outcome));
  }

  nx(): Py {
    try {
      return this.valueOfNext(Infinity);
    } catch (error) {
      return endOrRaise(error);
    }
  }
}

export const imapIteratorType: PyType = libraryClass({
  name: 'IMapIterator',
  js: PyImapIterator,
  module: MODULE,
  hasDict: true,
});
class PyImapUnordered extends PyImapIterator {}
export const imapUnorderedType: PyType = libraryClass({
  name: 'IMapUnorderedIterator',
  js: PyImapUnordered,
  base: imapIteratorType,
  module: MODULE,
});

export function newImapIterator(
  pool: PyPool,
  number: number,
  ordered: boolean,
  source: (index: number) => boolean,
): PyImapIterator {
  const type = ordered ? imapIteratorType : imapUnorderedType;
  return new (type.ctor as typeof PyImapIterator)(pool, number, ordered, source);
}

/** Nothing looks at the limit where there is something. */
const limitOf = (self: PyImapIterator, timeout: Py): number => (self.hasNext ? 0 : comparedMs(timeout));

function nextResult(self: PyImapIterator, timeout: Py): Py {
  const value = self.valueOfNext(limitOf(self, timeout));
  if (value === undefined) throw StopIteration();
  return value;
}

const nextMethod = stepsMethod(
  '(timeout=None)',
  function* (self: PyImapIterator, timeout: Py): Steps {
    yield* self.awaitNext(limitOf(self, timeout));
    return nextResult(self, 0);
  },
  nextResult,
);

defineMembers(imapIteratorType, () => ({
  __dict__: attributes(),
  __iter__: method('()', (self: PyImapIterator) => self),
  _index: getter((self: PyImapIterator) => self.ready),
  _length: getter((self: PyImapIterator) => self.known),
  next: nextMethod,
  __next__: nextMethod,
}));

/** The items of the chunks of an `imap`, one after another. CPython has a generator for it. */
export class PyChunkIterator extends PyIterator {
  private chunk: Py[] = [];
  private at = 0;
  constructor(private readonly chunks: PyImapIterator) {
    super();
  }
  nx(): Py {
    while (this.at >= this.chunk.length) {
      const next = this.chunks.valueOfNext(Infinity);
      if (next === undefined) return undefined;
      this.chunk = (next as PyList).items;
      this.at = 0;
    }
    return this.chunk[this.at++];
  }
}

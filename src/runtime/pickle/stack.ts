/** The stack that the opcodes of a pickle work on, with marks in it. */
import type { Py } from '../object/object.js';
import type { Faults } from './faults.js';

/** A stack that had more than so many values taken off at once is not kept. */
const MOST_KEPT = 4096;

export class MarkedStack {
  stack: Py[] = [];
  protected readonly marks: number[] = [];

  constructor(protected readonly faults: Faults) {}

  /** Where the part of the stack that opcodes may touch begins. */
  get fence(): number {
    return this.marks.length === 0 ? 0 : this.marks[this.marks.length - 1]!;
  }

  /** The same for the mark before the last. */
  get fenceBelow(): number {
    return this.marks.length < 2 ? 0 : this.marks[this.marks.length - 2]!;
  }

  pop(): Py {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack.pop();
  }

  top(depth = 1): Py {
    if (this.stack.length - depth < this.fence) throw this.underflow();
    return this.stack[this.stack.length - depth];
  }

  push(v: Py): void {
    this.stack.push(v);
  }

  protected underflow(): Py {
    return this.faults.underflow(this.marks.length > 0);
  }

  protected popMark(): number {
    const mark = this.marks.pop();
    if (mark === undefined) throw this.faults.noMark();
    return mark;
  }

  mark(): void {
    this.marks.push(this.stack.length);
  }

  /** The items above the last mark, taken off. */
  marked(): Py[] {
    const items = this.stack.slice(this.popMark());
    this.drop(items.length);
    return items;
  }

  /** Takes off the last mark, which there is, and what is above it. */
  dropMarked(): void {
    const mark = this.marks.pop()!;
    this.drop(this.stack.length - mark);
  }

  /** Takes off the last `count` values: one by one keeps the memory. */
  drop(count: number): void {
    const { stack } = this;
    if (count > MOST_KEPT) this.stack = stack.slice(0, stack.length - count);
    else for (let i = 0; i < count; i++) stack.pop();
  }
}

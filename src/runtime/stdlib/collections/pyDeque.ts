/** What a deque consists of. */
import { IndexError } from '../../object/errors.js';
import { filled } from '../../object/filled.js';
import { type Py, PyObject } from '../../object/object.js';

const SMALLEST = 8;

export class PyDeque extends PyObject {
  ring: Py[] = filled(undefined, SMALLEST);
  /** Position of the first item. */
  head = 0;
  size = 0;
  override item$(index: Py): Py {
    if (typeof index !== 'number') return undefined;
    const at = index < 0 ? index + this.size : index;
    return at >= 0 && at < this.size ? this.at(at) : undefined;
  }
  override put$(index: Py, value: Py): boolean {
    if (typeof index !== 'number') return false;
    const at = index < 0 ? index + this.size : index;
    if (!(at >= 0 && at < this.size)) return false;
    this.put(at, value);
    return true;
  }
  /** Goes up with every change of the size: iterators compare it. */
  state = 0;
  maxlen: number | null = null;

  at(index: number): Py {
    return this.ring[(this.head + index) & (this.ring.length - 1)];
  }
  put(index: number, value: Py): void {
    this.ring[(this.head + index) & (this.ring.length - 1)] = value;
  }
  append(value: Py): void {
    this.state++;
    if (this.maxlen !== null && this.size >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.takeFirst();
    }
    if (this.size === this.ring.length) this.grow();
    this.ring[(this.head + this.size) & (this.ring.length - 1)] = value;
    this.size++;
  }
  appendLeft(value: Py): void {
    this.state++;
    if (this.maxlen !== null && this.size >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.takeLast();
    }
    if (this.size === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = value;
    this.size++;
  }
  takeFirst(): Py {
    if (this.size === 0) throw IndexError('pop from an empty deque');
    const value = this.ring[this.head];
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.size--;
    this.state++;
    return value;
  }
  takeLast(): Py {
    if (this.size === 0) throw IndexError('pop from an empty deque');
    const at = (this.head + this.size - 1) & (this.ring.length - 1);
    const value = this.ring[at];
    this.ring[at] = undefined;
    this.size--;
    this.state++;
    return value;
  }
  list(): Py[] {
    const items: Py[] = new Array(this.size);
    for (let i = 0; i < this.size; i++) items[i] = this.at(i);
    return items;
  }
  /** Replaces all items. */
  reset(items: readonly Py[]): void {
    let length = SMALLEST;
    while (length < items.length) length *= 2;
    this.ring = filled(undefined, length);
    for (let i = 0; i < items.length; i++) this.ring[i] = items[i];
    this.head = 0;
    this.size = items.length;
    this.state++;
  }
  private grow(): void {
    const items = this.list();
    const { state } = this;
    this.reset(items);
    for (let i = this.ring.length; i > 0; i--) this.ring.push(undefined);
    this.state = state;
  }
}

/** Stable sorts for keys that JavaScript compares as Python does. */
import type { Py } from '../object/object.js';
import type { PyFloat } from '../object/values.js';

/** Shorter stretches are sorted by insertion before merging. */
const STRETCH = 8;

/** Sorts keys that are numbers or floats (no nan), and `values` along with them, in place. */
export function sortByDoubles(keys: Py[], values: Py[] | null): void {
  const n = keys.length;
  const doubles = new Float64Array(n);
  let boxed = false;
  let ascending = true;
  for (let i = 0; i < n; i++) {
    const key = keys[i];
    if (typeof key === 'number') doubles[i] = key;
    else {
      doubles[i] = (key as PyFloat).v;
      boxed = true;
    }
    if (i > 0 && doubles[i]! < doubles[i - 1]!) ascending = false;
  }
  if (ascending) return;
  if (!boxed && values === null) {
    doubles.sort();
    for (let i = 0; i < n; i++) keys[i] = doubles[i];
    return;
  }
  reorder(values ?? keys, orderOfDoubles(doubles));
}

/** Sorts keys that are strings without surrogates, and `values` along with them, in place. */
export function sortByTexts(keys: Py[], values: Py[] | null): void {
  if (values === null) {
    // Equal strings cannot be told apart, and without a comparison function JavaScript sorts by UTF-16 units.
    keys.sort();
    return;
  }
  const order = Uint32Array.from(keys, (_, i) => i);
  const texts = keys as string[];
  mergeSort(order, (a, b) => texts[b]! < texts[a]!);
  reorder(values, order);
}

function reorder(items: Py[], order: Uint32Array): void {
  const before = items.slice();
  for (let i = 0; i < order.length; i++) items[i] = before[order[i]!];
}

/** Indexes of `doubles` in ascending order of value; a bottom-up merge sort on typed arrays. */
function orderOfDoubles(doubles: Float64Array): Uint32Array {
  const n = doubles.length;
  let from = Uint32Array.from(doubles, (_, i) => i);
  let to = new Uint32Array(n);
  for (let low = 0; low < n; low += STRETCH) {
    const high = Math.min(low + STRETCH, n);
    for (let i = low + 1; i < high; i++) {
      const index = from[i]!;
      const value = doubles[index]!;
      let j = i - 1;
      while (j >= low && doubles[from[j]!]! > value) {
        from[j + 1] = from[j]!;
        j--;
      }
      from[j + 1] = index;
    }
  }
  for (let width = STRETCH; width < n; width *= 2) {
    for (let low = 0; low < n; low += 2 * width) {
      const middle = Math.min(low + width, n);
      const high = Math.min(low + 2 * width, n);
      let a = low;
      let b = middle;
      for (let k = low; k < high; k++) {
        if (a < middle && (b >= high || doubles[from[a]!]! <= doubles[from[b]!]!)) to[k] = from[a++]!;
        else to[k] = from[b++]!;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Sorts indexes; `after(a, b)`: what index `a` stands for must come after `b`'s. */
function mergeSort(order: Uint32Array, after: (a: number, b: number) => boolean): void {
  const n = order.length;
  let from: Uint32Array = order;
  let to: Uint32Array = new Uint32Array(n);
  for (let low = 0; low < n; low += STRETCH) {
    const high = Math.min(low + STRETCH, n);
    for (let i = low + 1; i < high; i++) {
      const index = from[i]!;
      let j = i - 1;
      for (; j >= low && after(from[j]!, index); j--) from[j + 1] = from[j]!;
      from[j + 1] = index;
    }
  }
  for (let width = STRETCH; width < n; width *= 2) {
    for (let low = 0; low < n; low += 2 * width) {
      const middle = Math.min(low + width, n);
      const high = Math.min(low + 2 * width, n);
      let a = low;
      let b = middle;
      for (let k = low; k < high; k++) {
        if (a < middle && (b >= high || !after(from[a]!, from[b]!))) to[k] = from[a++]!;
        else to[k] = from[b++]!;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from);
}

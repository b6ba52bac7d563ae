/** What the items of an array are. */
import type { Py } from '../../object/object.js';

export type Cells =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

export interface Kind {
  readonly code: string;
  /** Format of the buffer, in `struct`'s letters. */
  readonly format: string;
  readonly itemsize: number;
  /** Zeros. By number, not over a buffer: few of them need no memory outside of V8's heap. */
  readonly make: (count: number) => Cells;
  /** The item as it is stored. Raises TypeError and OverflowError. */
  readonly store: (value: Py) => number | bigint;
  readonly load: (cell: number | bigint) => Py;
  /** The range of ints of at most 32 bits; an empty one for other items. */
  readonly low: number;
  readonly high: number;
}

/** A kind of items that are not ints of at most 32 bits. */
export function makeKind(
  code: string,
  make: Kind['make'],
  store: Kind['store'],
  load: Kind['load'],
  format = code,
): Kind {
  return { code, format, itemsize: make(0).BYTES_PER_ELEMENT, make, store, load, low: 1, high: 0 };
}

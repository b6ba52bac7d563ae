/** Plain data (see shared.ts) as bytes. */

import type { Reader } from './reader.js';
import type { Plain } from './shared.js';
import type { Writer } from './writer.js';

const P = { null: 0, true: 1, false: 2, int: 3, double: 4, bigint: 5, text: 6, bytes: 7, array: 8, object: 9 } as const;

export function writePlain(w: Writer, value: Plain): void {
  if (value === null || value === undefined) w.u8(P.null);
  else if (typeof value === 'boolean') w.u8(value ? P.true : P.false);
  else if (typeof value === 'number') {
    if ((value | 0) === value) {
      w.u8(P.int);
      w.i32(value);
    } else {
      w.u8(P.double);
      w.f64(value);
    }
  } else if (typeof value === 'bigint') {
    w.u8(P.bigint);
    w.bigint(value);
  } else if (typeof value === 'string') {
    w.u8(P.text);
    w.text(value);
  } else if (value instanceof Uint8Array) {
    w.u8(P.bytes);
    w.count(value.length);
    w.raw(value);
  } else if (Array.isArray(value)) {
    w.u8(P.array);
    w.count(value.length);
    for (const item of value) writePlain(w, item);
  } else {
    const entries = Object.entries(value as { [key: string]: Plain });
    w.u8(P.object);
    w.count(entries.length);
    for (const [key, item] of entries) {
      w.text(key);
      writePlain(w, item);
    }
  }
}

export function readPlain(r: Reader): Plain {
  switch (r.u8()) {
    case P.true:
      return true;
    case P.false:
      return false;
    case P.int:
      return r.i32();
    case P.double:
      return r.f64();
    case P.bigint:
      return r.bigint();
    case P.text:
      return r.text();
    case P.bytes:
      return r.raw(r.count());
    case P.array: {
      const items: Plain[] = [];
      for (let n = r.count(); n > 0; n--) items.push(readPlain(r));
      return items;
    }
    case P.object: {
      const object: Record<string, Plain> = {};
      for (let n = r.count(); n > 0; n--) object[r.text()] = readPlain(r);
      return object;
    }
    default:
      return null;
  }
}

/**
 * Lines of plain values, put straight into the memory where a text file's output waits.
 *
 * Only where that is all that happens: a line that fills the memory, or that needs Python code, goes the general way.
 */
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { floatRepr } from '../text/floatRepr.js';
import { unitAt } from '../text/units.js';
import type { PyTextWriter } from './textWriter.js';

/** No number is longer. */
const NUMBER_BYTES = 26;
/** Longer pieces of text are copied by Node. */
const SHORT = 16;
/** Where it does not fit, or is not ASCII. */
const NO_ROOM = -1;

const { utf8Write } = Buffer.prototype as unknown as {
  utf8Write(this: Uint8Array, text: string, offset: number, length: number): number;
};

/** Writes a line as `print` does. Returns false, having changed nothing, where that is not so simple. */
export function putLine(file: PyTextWriter, args: readonly Py[], sep: string, end: string): boolean {
  const room = file.plainRoom();
  if (room === undefined || rt.dialect === 2) return false;
  let at = file.waitingBytes;
  for (let i = 0; i < args.length; i++) {
    if (i > 0) at = putText(room, at, sep);
    if (at < 0 || (at = putValue(room, at, args[i])) < 0) return false;
  }
  at = putText(room, at, end);
  return file.putUntil(at);
}

/** Where the value's text ends. */
function putValue(room: Uint8Array, at: number, value: Py): number {
  if (typeof value === 'string') return putText(room, at, value);
  if (typeof value === 'number') {
    if (at + NUMBER_BYTES > room.length) return NO_ROOM;
    return (value | 0) === value ? putInt(room, at, value) : putText(room, at, `${value}`);
  }
  if (typeof value === 'boolean') return putText(room, at, value ? 'True' : 'False');
  if (value === null) return putText(room, at, 'None');
  if (typeof value !== 'object' || value.float$ !== true) return NO_ROOM;
  return at + NUMBER_BYTES <= room.length ? putFloat(room, at, value.v) : NO_ROOM;
}

function putText(room: Uint8Array, at: number, text: string): number {
  const { length } = text;
  if (length > SHORT) {
    if (at + length * 3 > room.length) return NO_ROOM;
    return utf8Write.call(room, text, at, length * 3) === length ? at + length : NO_ROOM;
  }
  if (at + length > room.length) return NO_ROOM;
  for (let i = 0; i < length; i++) {
    const code = unitAt(text, i);
    if (code > 127) return NO_ROOM;
    room[at + i] = code;
  }
  return at + length;
}

/** An int of 32 bits. */
function putInt(room: Uint8Array, at: number, value: number): number {
  if (value >= 0) return putDigits(room, at, value);
  room[at] = 45;
  return putDigits(room, at + 1, -value);
}

function putDigits(room: Uint8Array, at: number, value: number): number {
  let end = at + 1;
  for (let power = 10; value >= power; power *= 10) end++;
  let rest = value;
  for (let i = end - 1; i >= at; i--) {
    const next = Math.floor(rest / 10);
    room[i] = 48 + rest - next * 10;
    rest = next;
  }
  return end;
}

/** Numbers of few decimals have the text of an int with a point in it. */
function putFloat(room: Uint8Array, at: number, value: number): number {
  const size = Math.abs(value);
  const tenths = size * 10;
  if (!(tenths < 2 ** 31) || tenths !== Math.floor(tenths) || tenths / 10 !== size || size === 0)
    return putText(room, at, floatRepr(value));
  let point = at;
  if (value < 0) room[point++] = 45;
  const whole = Math.floor(size);
  point = putDigits(room, point, whole);
  room[point] = 46;
  room[point + 1] = 48 + tenths - whole * 10;
  return point + 2;
}

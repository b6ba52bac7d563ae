/**
 * Files of a cache that show whether they are as they were written: V8 trusts the code that it is given, and damaged code ends the whole
 * process.
 *
 * A file ends with the time at which it was written and a check sum. The time is also what the system says of its last change, as long as
 * nobody touches it; then the sum need not be looked at, which (with the module that has it) takes a millisecond of each start.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** The time in whole seconds (a change is later by a fraction), then the sum. */
const SEAL_BYTES = 8;

const privateRoom = (size: number): Buffer => Buffer.allocUnsafeSlow(size);
/** Memory that other threads can be given. */
export const sharedRoom = (size: number): Buffer => Buffer.from(new SharedArrayBuffer(size));

/** What is in a file; null if it is absent or damaged. @param room memory of that many bytes, if it is not to be the thread's own. */
export function readSealed(file: string, room = privateRoom): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    const { size, mtimeMs } = fstatSync(descriptor);
    const bytes = room(size);
    if (size < SEAL_BYTES || readSync(descriptor, bytes) !== size) return null;
    const body = bytes.subarray(0, -SEAL_BYTES);
    const isUntouched = mtimeMs === bytes.readUInt32LE(body.length) * 1000;
    return isUntouched || checkSum(body) === bytes.readUInt32LE(body.length + 4) ? body : null;
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a file, through a temporary name, so that nobody ever reads half of it. Throws what the file system says. */
export function writeSealed(file: string, body: Uint8Array): void {
  const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const now = Math.floor(Date.now() / 1000);
  const seal = Buffer.alloc(SEAL_BYTES);
  seal.writeUInt32LE(now, 0);
  seal.writeUInt32LE(checkSum(body), 4);
  writeFileSync(temporary, Buffer.concat([body, seal]));
  utimesSync(temporary, now, now);
  renameSync(temporary, file);
}

/** CRC-32 where Node has it (from 20.15 on), else a sum of our own: the files are read by the same Node that wrote them. */
function checkSum(bytes: Uint8Array): number {
  return typeof crc32 === 'function' ? crc32(bytes) : sumOfWords(bytes);
}

function sumOfWords(bytes: Uint8Array): number {
  let sum = bytes.length;
  const words = bytes.length >> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new Int32Array(aligned.buffer, aligned.byteOffset, words);
  for (let i = 0; i < words; i++) sum = (Math.imul(sum, 31) + view[i]!) | 0;
  for (let i = words << 2; i < bytes.length; i++) sum = (Math.imul(sum, 31) + bytes[i]!) | 0;
  return sum >>> 0;
}

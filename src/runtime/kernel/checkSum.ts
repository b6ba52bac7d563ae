/** A check sum for cached files: V8 trusts the code that it is given, and damaged code ends the whole process. */
import { crc32 } from 'node:zlib';

/** CRC-32 where Node has it (from 20.15 on), else a sum of our own: the files are read by the same Node that wrote them. */
export function checkSum(bytes: Uint8Array): number {
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

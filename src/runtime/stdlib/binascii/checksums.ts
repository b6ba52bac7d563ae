/** Checksums; Node offers one of them, and not in every version. */
import { crc32 as nodeCrc32 } from 'node:zlib';
import { bufferOf } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';

const CRC32_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let c = byte;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** CRC-32 (ISO 3309), continued from `start`. */
export function crc32(bytes: Uint8Array, start: number): number {
  let c = ~start;
  for (let i = 0; i < bytes.length; i++) c = CRC32_TABLE[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}

/** A checksum as Python shows it: without a sign, in Python 2 with one. */
export const checksum = (value: number): number => (rt.dialect === 2 ? value | 0 : value >>> 0);

/** `crc32(data, value)` of zlib and binascii. */
export function pythonCrc32(data: Py, start: Py): number {
  const bytes = bufferOf(data);
  const initial = start === undefined ? 0 : Number(BigInt.asUintN(32, BigInt(intValue(start) ?? 0)));
  // Node's forgets the value before where there are no bytes.
  const isNodes = typeof nodeCrc32 === 'function' && bytes.length > 0;
  return checksum(isNodes ? nodeCrc32(bytes, initial) : crc32(bytes, initial));
}

/** CRC-CCITT with polynomial 0x1021, as BinHex uses it. */
export function crcHqx(bytes: Uint8Array, start: number): number {
  let c = start & 0xffff;
  for (const byte of bytes) {
    c ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) c = c & 0x8000 ? ((c << 1) ^ 0x1021) & 0xffff : (c << 1) & 0xffff;
  }
  return c;
}

const ADLER_MODULUS = 65521;
/** Bytes after which the sums must be reduced at the latest. */
const ADLER_RUN = 5552;

/** Adler-32 (RFC 1950), continued from `start`. */
export function adler32(bytes: Uint8Array, start: number): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (let i = 0; i < bytes.length; ) {
    const end = Math.min(i + ADLER_RUN, bytes.length);
    for (; i < end; i++) {
      a += bytes[i]!;
      b += a;
    }
    a %= ADLER_MODULUS;
    b %= ADLER_MODULUS;
  }
  return ((b << 16) | a) >>> 0;
}

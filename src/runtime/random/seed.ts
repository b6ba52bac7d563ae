/** What `random.seed` makes of seeds that are not integers. */
import { createHash } from 'node:crypto';

/** Python 3, version 2: all of a str (in UTF-8), bytes or bytearray, followed by its SHA-512. */
export function seedFromBytes(bytes: Uint8Array): bigint {
  const digest = createHash('sha512').update(bytes).digest();
  return fromBigEndian(Buffer.concat([bytes, digest]));
}

/** Python 3, version 2, for a str. Lone surrogates are the caller's business: Python refuses to encode them. */
export function seedFromStr(text: string): bigint {
  return seedFromBytes(Buffer.from(text, 'utf8'));
}

/** Python 3, version 1: the hash that Python 2 had, without its randomisation. `codes` are characters or bytes. */
export function seedVersion1(codes: ArrayLike<number>): bigint {
  return stringHash(codes);
}

/** Python 2: `hash(text)` as the unsigned number that seeding takes. `codes` are the bytes of a str or code points. */
export function seedFromStr2(codes: ArrayLike<number>): bigint {
  const hash = stringHash(codes);
  return hash === MASK ? MASK - 1n : hash;
}

/** Any other hash, a float's for instance: seeding takes its 64 bits without a sign. */
export function seedFromHash(hash: number | bigint): bigint {
  return BigInt.asUintN(64, BigInt(hash));
}

const MASK = (1n << 64n) - 1n;

function stringHash(codes: ArrayLike<number>): bigint {
  if (codes.length === 0) return 0n;
  let hash = BigInt(codes[0]!) << 7n;
  for (let i = 0; i < codes.length; i++) hash = ((1000003n * hash) ^ BigInt(codes[i]!)) & MASK;
  return hash ^ BigInt(codes.length);
}

function fromBigEndian(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** The rounds of BLAKE2b and BLAKE2s (RFC 7693, section 3), on words of 32 bits: BLAKE2b's of 64 are two, the low half first. */

const TWO_32 = 2 ** 32;

export const IV_2B = Uint32Array.of(
  ...[0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a],
  ...[0xade682d1, 0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19],
);
export const IV_2S = IV_2B.filter((_, i) => i % 2 === 1);

/** Which words of the message each round takes. */
const SIGMA = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
].map((row) => Uint8Array.from(row, (digit) => Number.parseInt(digit, 16)));
/** Columns, then diagonals. */
const MIXES = Uint8Array.of(
  ...[0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
  ...[0, 5, 10, 15, 1, 6, 11, 12, 2, 7, 8, 13, 3, 4, 9, 14],
);

/** Twelve rounds of BLAKE2b on `v` with the message `m`. */
export function mix2b(v: Uint32Array, m: Uint32Array): void {
  for (let round = 0; round < 12; round++) {
    const s = SIGMA[round % 10]!;
    for (let i = 0; i < 8; i++) {
      const at = 4 * i;
      step2b(
        v,
        2 * MIXES[at]!,
        2 * MIXES[at + 1]!,
        2 * MIXES[at + 2]!,
        2 * MIXES[at + 3]!,
        m,
        s[2 * i]!,
        s[2 * i + 1]!,
      );
    }
  }
}

function step2b(
  v: Uint32Array,
  a: number,
  b: number,
  c: number,
  d: number,
  m: Uint32Array,
  first: number,
  second: number,
): void {
  addThree(v, a, v[b]!, v[b + 1]!, m[2 * first]!, m[2 * first + 1]!);
  const low = v[d]! ^ v[a]!;
  v[d] = v[d + 1]! ^ v[a + 1]!;
  v[d + 1] = low;
  addThree(v, c, v[d]!, v[d + 1]!, 0, 0);
  rotate(v, b, c, 24);
  addThree(v, a, v[b]!, v[b + 1]!, m[2 * second]!, m[2 * second + 1]!);
  rotate(v, d, a, 16);
  addThree(v, c, v[d]!, v[d + 1]!, 0, 0);
  // By 63 to the right, which is by one to the left.
  const x = v[b]! ^ v[c]!;
  const y = v[b + 1]! ^ v[c + 1]!;
  v[b] = (x << 1) | (y >>> 31);
  v[b + 1] = (y << 1) | (x >>> 31);
}

function addThree(v: Uint32Array, at: number, low1: number, high1: number, low2: number, high2: number): void {
  const low = v[at]! + low1 + low2;
  v[at] = low;
  v[at + 1] = v[at + 1]! + high1 + high2 + Math.floor(low / TWO_32);
}

/** `v[at] = (v[at] ^ v[other])`, turned to the right by fewer than 32 bits. */
function rotate(v: Uint32Array, at: number, other: number, bits: number): void {
  const x = v[at]! ^ v[other]!;
  const y = v[at + 1]! ^ v[other + 1]!;
  v[at] = (x >>> bits) | (y << (32 - bits));
  v[at + 1] = (y >>> bits) | (x << (32 - bits));
}

/** Ten rounds of BLAKE2s. */
export function mix2s(v: Uint32Array, m: Uint32Array): void {
  for (let round = 0; round < 10; round++) {
    const s = SIGMA[round]!;
    for (let i = 0; i < 8; i++) {
      const at = 4 * i;
      step2s(v, MIXES[at]!, MIXES[at + 1]!, MIXES[at + 2]!, MIXES[at + 3]!, m[s[2 * i]!]!, m[s[2 * i + 1]!]!);
    }
  }
}

function step2s(v: Uint32Array, a: number, b: number, c: number, d: number, first: number, second: number): void {
  v[a] = v[a]! + v[b]! + first;
  v[d] = turned(v[d]! ^ v[a]!, 16);
  v[c] = v[c]! + v[d]!;
  v[b] = turned(v[b]! ^ v[c]!, 12);
  v[a] = v[a]! + v[b]! + second;
  v[d] = turned(v[d]! ^ v[a]!, 8);
  v[c] = v[c]! + v[d]!;
  v[b] = turned(v[b]! ^ v[c]!, 7);
}

const turned = (x: number, bits: number): number => (x >>> bits) | (x << (32 - bits));

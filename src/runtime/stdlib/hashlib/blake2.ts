/**
 * BLAKE2b and BLAKE2s with all their parameters (RFC 7693), which Node's crypto does not take.
 */

export interface Blake2Parameters {
  readonly digestSize: number;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly person: Uint8Array;
  readonly fanout: number;
  readonly depth: number;
  readonly leafSize: number;
  readonly nodeOffset: bigint;
  readonly nodeDepth: number;
  readonly innerSize: number;
  readonly lastNode: boolean;
}

/** What the two differ in. */
interface Variant {
  readonly wordBits: 32 | 64;
  readonly rounds: number;
  readonly rotations: readonly [bigint, bigint, bigint, bigint];
  readonly iv: readonly bigint[];
}

const IV64 = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
const B: Variant = { wordBits: 64, rounds: 12, rotations: [32n, 24n, 16n, 63n], iv: IV64 };
const S: Variant = { wordBits: 32, rounds: 10, rotations: [16n, 12n, 8n, 7n], iv: IV64.map((word) => word >> 32n) };

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
].map((row) => [...row].map((digit) => Number.parseInt(digit, 16)));
/** Columns, then diagonals. */
const MIXES = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

export class Blake2 {
  private readonly variant: Variant;
  private h: bigint[];
  private readonly buffer: Uint8Array;
  private used = 0;
  private count = 0n;
  readonly blockSize: number;
  constructor(
    readonly name: 'blake2b' | 'blake2s',
    readonly parameters: Blake2Parameters,
  ) {
    this.variant = name === 'blake2b' ? B : S;
    this.blockSize = name === 'blake2b' ? 128 : 64;
    this.buffer = new Uint8Array(this.blockSize);
    this.h = this.initial();
    if (parameters.key.length > 0) {
      const block = new Uint8Array(this.blockSize);
      block.set(parameters.key);
      this.update(block);
    }
  }

  private initial(): bigint[] {
    const p = this.parameters;
    const isB = this.name === 'blake2b';
    const block = new Uint8Array(isB ? 64 : 32);
    const view = new DataView(block.buffer);
    block.set([p.digestSize, p.key.length, p.fanout, p.depth]);
    view.setUint32(4, p.leafSize, true);
    if (isB) view.setBigUint64(8, p.nodeOffset, true);
    else {
      view.setUint32(8, Number(p.nodeOffset & 0xffffffffn), true);
      view.setUint16(12, Number(p.nodeOffset >> 32n), true);
    }
    block[isB ? 16 : 14] = p.nodeDepth;
    block[isB ? 17 : 15] = p.innerSize;
    block.set(p.salt, isB ? 32 : 16);
    block.set(p.person, isB ? 48 : 24);
    return this.variant.iv.map(
      (word, i) => word ^ (isB ? view.getBigUint64(i * 8, true) : BigInt(view.getUint32(i * 4, true))),
    );
  }

  copy(): Blake2 {
    const other = new Blake2(this.name, { ...this.parameters, key: new Uint8Array(0) });
    Object.assign(other, { parameters: this.parameters });
    other.h = [...this.h];
    other.buffer.set(this.buffer);
    other.used = this.used;
    other.count = this.count;
    return other;
  }

  update(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      // The last block is compressed only when it is known to be the last.
      if (this.used === this.blockSize) {
        this.count += BigInt(this.blockSize);
        this.compress(false);
        this.used = 0;
      }
      const n = Math.min(this.blockSize - this.used, bytes.length - at);
      this.buffer.set(bytes.subarray(at, at + n), this.used);
      this.used += n;
      at += n;
    }
  }

  digest(): Uint8Array {
    const last = this.copy();
    last.count += BigInt(last.used);
    last.buffer.fill(0, last.used);
    last.compress(true);
    const size = this.variant.wordBits / 8;
    const out = new Uint8Array(8 * size);
    last.h.forEach((word, i) => {
      for (let byte = 0; byte < size; byte++) out[i * size + byte] = Number((word >> BigInt(8 * byte)) & 0xffn);
    });
    return out.slice(0, this.parameters.digestSize);
  }

  private compress(isLast: boolean): void {
    const { wordBits, rounds, rotations, iv } = this.variant;
    const mask = (1n << BigInt(wordBits)) - 1n;
    const width = BigInt(wordBits);
    const view = new DataView(this.buffer.buffer, this.buffer.byteOffset);
    const m = Array.from({ length: 16 }, (_, i) =>
      wordBits === 64 ? view.getBigUint64(i * 8, true) : BigInt(view.getUint32(i * 4, true)),
    );
    const v = [...this.h, ...iv];
    v[12]! ^= this.count & mask;
    v[13]! ^= (this.count >> width) & mask;
    if (isLast) {
      v[14]! ^= mask;
      if (this.parameters.lastNode) v[15]! ^= mask;
    }
    const rotate = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (width - n))) & mask;
    for (let round = 0; round < rounds; round++) {
      const s = SIGMA[round % 10]!;
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIXES[i]!;
        v[a] = (v[a]! + v[b]! + m[s[2 * i]!]!) & mask;
        v[d] = rotate(v[d]! ^ v[a]!, rotations[0]);
        v[c] = (v[c]! + v[d]!) & mask;
        v[b] = rotate(v[b]! ^ v[c]!, rotations[1]);
        v[a] = (v[a]! + v[b]! + m[s[2 * i + 1]!]!) & mask;
        v[d] = rotate(v[d]! ^ v[a]!, rotations[2]);
        v[c] = (v[c]! + v[d]!) & mask;
        v[b] = rotate(v[b]! ^ v[c]!, rotations[3]);
      }
    }
    this.h = this.h.map((word, i) => word ^ v[i]! ^ v[i + 8]!);
  }
}

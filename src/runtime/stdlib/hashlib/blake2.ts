/**
 * BLAKE2b and BLAKE2s with all their parameters (RFC 7693), which Node's crypto does not take.
 */

import { IV_2B, IV_2S, mix2b, mix2s } from './blake2Mix.js';

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

export class Blake2 {
  /** Words of 32 bits; of BLAKE2b's of 64 the low half comes first. */
  private h: Uint32Array;
  private readonly buffer: Uint8Array;
  private used = 0;
  private count = 0;
  readonly blockSize: number;
  constructor(
    readonly name: 'blake2b' | 'blake2s',
    readonly parameters: Blake2Parameters,
  ) {
    this.blockSize = name === 'blake2b' ? 128 : 64;
    this.buffer = new Uint8Array(this.blockSize);
    this.h = this.initial();
    if (parameters.key.length > 0) {
      const block = new Uint8Array(this.blockSize);
      block.set(parameters.key);
      this.update(block);
    }
  }

  private initial(): Uint32Array {
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
    const words = new Uint32Array(block.buffer);
    return (isB ? IV_2B : IV_2S).map((word, i) => word ^ words[i]!);
  }

  copy(): Blake2 {
    const other = new Blake2(this.name, { ...this.parameters, key: new Uint8Array(0) });
    Object.assign(other, { parameters: this.parameters });
    other.h = this.h.slice();
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
        this.count += this.blockSize;
        this.compress(false);
        this.used = 0;
      }
      const n = Math.min(this.blockSize - this.used, bytes.length - at);
      this.buffer.set(bytes.subarray(at, at + n), this.used);
      this.used += n;
      at += n;
    }
  }

  bytes(): Uint8Array {
    const last = this.copy();
    last.count += last.used;
    last.buffer.fill(0, last.used);
    last.compress(true);
    return new Uint8Array(last.h.buffer).slice(0, this.parameters.digestSize);
  }

  private compress(isLast: boolean): void {
    const isB = this.name === 'blake2b';
    const { h } = this;
    const n = h.length;
    const v = new Uint32Array(2 * n);
    v.set(h);
    v.set(isB ? IV_2B : IV_2S, n);
    const half = n / 2;
    v[n + half]! ^= this.count >>> 0;
    v[n + half + 1]! ^= Math.floor(this.count / 2 ** 32);
    // Word 14 tells the last block, and word 15 that of the last node of a level.
    const size = n / 8;
    const ends = isLast ? (this.parameters.lastNode ? 2 : 1) : 0;
    for (let i = 0; i < ends * size; i++) v[14 * size + i]! ^= 0xffffffff;
    const m = new Uint32Array(this.buffer.buffer);
    (isB ? mix2b : mix2s)(v, m);
    for (let i = 0; i < n; i++) h[i]! ^= v[i]! ^ v[i + n]!;
  }
}

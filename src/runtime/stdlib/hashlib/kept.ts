/** Hashes on Node's crypto. */
import { createHash, type Hash, hash as hashOnce } from 'node:crypto';
import { fromLatin1 } from '../../object/buffer.js';

const NOTHING = new Uint8Array(0);

/** More than this is hashed as it comes. */
const KEPT_BYTES = 4096;

/**
 * A hash under way. What was given so far is kept while it is little, and for one of variable length: most hashes are of
 * one short text, and asked for once.
 */
export class KeptHash {
  private hash: Hash | null = null;
  private parts: Uint8Array[] = [];
  private kept = 0;
  /** @param algorithm Node's name */
  constructor(
    private readonly algorithm: string,
    private readonly isXof: boolean,
  ) {}
  update(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.hash !== null) {
      this.hash.update(bytes);
      return;
    }
    this.kept += bytes.length;
    if (this.kept <= KEPT_BYTES || this.isXof) this.parts.push(bytes.slice());
    else {
      this.hash = this.start().update(bytes);
      this.parts = [];
    }
  }
  /** What has been kept, on its way. */
  private start(length?: number): Hash {
    const hash =
      length === undefined ? createHash(this.algorithm) : createHash(this.algorithm, { outputLength: length });
    for (const part of this.parts) hash.update(part);
    return hash;
  }
  /** All that was given so far, or null when it is no longer kept. */
  given(): Uint8Array | null {
    return this.hash === null ? Buffer.concat(this.parts) : null;
  }
  copy(): KeptHash {
    const other = new KeptHash(this.algorithm, this.isXof);
    other.hash = this.hash?.copy() ?? null;
    other.parts = this.parts.slice();
    other.kept = this.kept;
    return other;
  }
  /** @param length of one of variable length */
  digest(length: number): Buffer {
    if (length === 0) return Buffer.alloc(0);
    return (this.hash === null ? this.start(length) : this.hash.copy()).digest();
  }
  /** The digest of the usual length as a text. Node gives one faster than bytes. */
  text(encoding: 'hex' | 'binary'): string {
    // Node has it from 20.12 on.
    if (hashOnce !== undefined && this.hash === null && this.parts.length <= 1)
      return hashOnce(this.algorithm, this.parts[0] ?? NOTHING, encoding);
    return (this.hash === null ? this.start() : this.hash.copy()).digest(encoding);
  }
  /** The digest of the usual length. */
  bytes(): Uint8Array {
    return fromLatin1(this.text('binary'));
  }
}

/** Bits of a stream, the highest one of each byte first. */

/** Thrown where the bytes that have come are used up. */
export const NEEDS_MORE = Symbol('needs more');

/** Reads bits from bytes that come in pieces. */
export class BitReader {
  private bytes = new Uint8Array(0);
  /** In bits, from the start of `bytes`. */
  at = 0;

  push(more: Uint8Array): void {
    const from = this.at >> 3;
    const joined = new Uint8Array(this.bytes.length - from + more.length);
    joined.set(this.bytes.subarray(from));
    joined.set(more, this.bytes.length - from);
    this.bytes = joined;
    this.at &= 7;
  }

  bit(): number {
    const byte = this.bytes[this.at >> 3];
    if (byte === undefined) throw NEEDS_MORE;
    return (byte >> (7 - (this.at++ & 7))) & 1;
  }

  /** A number of at most 32 bits. */
  read(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = (value << 1) | this.bit();
    return value >>> 0;
  }

  /** What is left from the next whole byte on. */
  rest(): Uint8Array {
    return this.bytes.slice((this.at + 7) >> 3);
  }
}

/** Collects bits; `take` gives the whole bytes. */
export class BitWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private held = 0;
  private heldBits = 0;

  write(count: number, value: number): void {
    for (let left = count; left > 0; ) {
      const now = Math.min(left, 8 - this.heldBits);
      left -= now;
      this.held = (this.held << now) | ((value >>> left) & ((1 << now) - 1));
      this.heldBits += now;
      if (this.heldBits === 8) this.push();
    }
  }

  /** Fills the last byte up with zeros. */
  align(): void {
    if (this.heldBits > 0) this.write(8 - this.heldBits, 0);
  }

  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  private push(): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = this.held;
    this.held = this.heldBits = 0;
  }
}

/**
 * The four-byte sequences of GB 18030: the rest of the BMP in order, and the higher planes after a gap.
 *
 * Spec: https://www.iana.org/assignments/charset-reg/GB18030
 */
import type { ByteWriter } from './bytes.js';

const HIGHER_PLANES = 189000;

/** The sequences that begin 81-84 hold what has no shorter form, those from 90 on the higher planes. */
export class FourBytes {
  readonly #codes: number[] = [];
  readonly #indexes = new Map<number, number>();

  /** `encode` tells by code point which characters have a two-byte form. */
  constructor(encode: Uint32Array) {
    for (let code = 0x80; code < 0x10000; code++) {
      if ((code >= 0xd800 && code < 0xe000) || encode[code] !== 0) continue;
      this.#indexes.set(code, this.#codes.length);
      this.#codes.push(code);
    }
  }

  /** The code point of four bytes; undefined if there is none. */
  decode(a: number, b: number, c: number, d: number): number | undefined {
    const index = (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30;
    if (index < HIGHER_PLANES) return this.#codes[index];
    const code = index - HIGHER_PLANES + 0x10000;
    return code <= 0x10ffff ? code : undefined;
  }

  /** Writes the four bytes of a code point; false if it has a shorter form or none. */
  put(code: number, writer: ByteWriter): boolean {
    let index = code > 0xffff ? code - 0x10000 + HIGHER_PLANES : this.#indexes.get(code);
    if (index === undefined) return false;
    const bytes = [0, 0, 0, 0x30 + (index % 10)];
    index = Math.floor(index / 10);
    bytes[2] = 0x81 + (index % 126);
    index = Math.floor(index / 126);
    bytes[1] = 0x30 + (index % 10);
    bytes[0] = 0x81 + Math.floor(index / 10);
    for (const byte of bytes) writer.byte(byte);
    return true;
  }
}

/** Short texts that repeat (names of attributes, keys of dicts) come out of bytes as the same string, its hash known. */

const SLOTS = 1024;
/** Below this length a loop is faster than a call. */
const LOOP_CHARS = 8;
const { latin1Slice } = Buffer.prototype;

export class KnownTexts {
  private readonly known: (string | undefined)[] = new Array(SLOTS);

  /** The text of `length` bytes from `start` on, one character a byte: the one read last with the same hash if it is equal. */
  text(bytes: Uint8Array, start: number, length: number): string {
    const { known } = this;
    let hash = length;
    for (let i = 0; i < length; i++) hash = (Math.imul(hash, 31) + bytes[start + i]!) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const last = known[slot];
    if (last !== undefined && last.length === length) {
      let i = 0;
      while (i < length && last.charCodeAt(i) === bytes[start + i]) i++;
      if (i === length) return last;
    }
    const text = length < LOOP_CHARS ? charLoop(bytes, start, length) : latin1Slice.call(bytes, start, start + length);
    known[slot] = text;
    return text;
  }
}

function charLoop(bytes: Uint8Array, start: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[start + i]!);
  return text;
}

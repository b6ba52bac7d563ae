/** Short texts that repeat (names of attributes, keys of dicts) come out of bytes as the same string, its hash known. */

const SLOTS = 1024;
/** Up to this length the bytes of a text are kept beside it. */
const SHORT = 32;
/** Below this length a loop is faster than a call. */
const LOOP_CHARS = 8;
/** Of a longer text so many bytes at least are taken for its place, spread over it. */
const SAMPLES = 8;
const { latin1Slice } = Buffer.prototype;

export class KnownTexts {
  private readonly known: (string | undefined)[] = new Array(SLOTS);
  /** The bytes of the short ones, SHORT for each: quicker to compare than the characters of a text. */
  private readonly units = new Uint8Array(SLOTS * SHORT);

  /** The text of `length` bytes from `start` on, one character a byte: the one read last with the same hash if it is equal. */
  text(bytes: Uint8Array, start: number, length: number): string {
    const slot = slotOf(bytes, start, length);
    const last = this.known[slot];
    return last !== undefined && this.isOf(last, slot, bytes, start, length)
      ? last
      : this.keep(slot, bytes, start, length);
  }

  /** The same for bytes that may not all be ASCII: undefined then. Not for a table that is asked for `text` too. */
  ascii(bytes: Uint8Array, start: number, length: number): string | undefined {
    const slot = slotOf(bytes, start, length);
    const last = this.known[slot];
    // What is equal to one that was ASCII is so too.
    if (last !== undefined && this.isOf(last, slot, bytes, start, length)) return last;
    for (let i = start; i < start + length; i++) if (bytes[i]! > 127) return undefined;
    return this.keep(slot, bytes, start, length);
  }

  private keep(slot: number, bytes: Uint8Array, start: number, length: number): string {
    const text = length < LOOP_CHARS ? charLoop(bytes, start, length) : latin1Slice.call(bytes, start, start + length);
    this.known[slot] = text;
    const { units } = this;
    if (length <= SHORT) for (let i = 0, at = slot * SHORT; i < length; i++) units[at + i] = bytes[start + i]!;
    return text;
  }

  private isOf(text: string, slot: number, bytes: Uint8Array, start: number, length: number): boolean {
    if (text.length !== length) return false;
    if (length > SHORT) return isTextOf(text, bytes, start, length);
    const { units } = this;
    for (let i = 0, at = slot * SHORT; i < length; i++) if (units[at + i] !== bytes[start + i]) return false;
    return true;
  }
}

function slotOf(bytes: Uint8Array, start: number, length: number): number {
  const step = length < 2 * SAMPLES ? 1 : Math.floor(length / SAMPLES);
  let hash = length;
  // From the end: texts differ there more often.
  for (let i = start + length - 1; i >= start; i -= step) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
  return (hash ^ (hash >>> 12)) & (SLOTS - 1);
}

function isTextOf(text: string, bytes: Uint8Array, start: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

function charLoop(bytes: Uint8Array, start: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[start + i]!);
  return text;
}

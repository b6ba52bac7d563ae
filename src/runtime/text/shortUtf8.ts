/**
 * UTF-8 for short texts, where a loop beats the call into Node. What is not well-formed is left to the codec, which knows what to say of it.
 *
 * Spec: https://www.unicode.org/versions/latest/ section 3.9, table 3-7.
 */
import { unitAt } from './units.js';

/** The most bytes that a UTF-16 unit takes. */
const MOST = 3;

/** The bytes of a short text; undefined if it has a lone surrogate. */
export function encodeShortUtf8(text: string): Uint8Array | undefined {
  const size = text.length;
  const bytes = new Uint8Array(size * MOST);
  let n = 0;
  for (let i = 0; i < size; i++) {
    let code = unitAt(text, i);
    if (code < 0x80) {
      bytes[n++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[n++] = 0xc0 | (code >> 6);
      bytes[n++] = 0x80 | (code & 0x3f);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 && i + 1 < size ? unitAt(text, ++i) : 0;
      if (low < 0xdc00 || low >= 0xe000) return undefined;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      bytes[n++] = 0xf0 | (code >> 18);
      bytes[n++] = 0x80 | ((code >> 12) & 0x3f);
    } else bytes[n++] = 0xe0 | (code >> 12);
    bytes[n++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[n++] = 0x80 | (code & 0x3f);
  }
  return bytes.slice(0, n);
}

/** The text of a few bytes; undefined if they are not well-formed. */
export function decodeShortUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++]!;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const more = first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more < 0 || i + more > bytes.length) return undefined;
    let code = first & (0x3f >> more);
    for (let k = 0; k < more; k++) {
      const next = bytes[i++]!;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    if (more === 1) text += String.fromCharCode(code);
    else if (more === 2) {
      if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) return undefined;
      text += String.fromCharCode(code);
    } else {
      if (code < 0x10000 || code > 0x10ffff) return undefined;
      text += String.fromCodePoint(code);
    }
  }
  return text;
}

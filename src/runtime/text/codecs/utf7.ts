/**
 * UTF-7 (RFC 2152).
 *
 * Spec: https://www.rfc-editor.org/rfc/rfc2152
 */

import { bytesToLatin1, latin1ToBytes } from './bytes.js';
import type { Decoded, TextCodec } from './codec.js';
import type { CodecContext } from './context.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

// What stands for itself when written: letters, digits, the safe and optional punctuation, and white space.
const DIRECT = /[A-Za-z0-9'(),\-./:?!"#$%&*;<=>@[\]^_`{|}\t\n\r ]/;

function encode(text: string): Uint8Array {
  let result = '';
  let at = 0;
  while (at < text.length) {
    if (DIRECT.test(text[at]!)) {
      result += text[at++];
      continue;
    }
    if (text[at] === '+') {
      result += '+-';
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && !DIRECT.test(text[at]!)) at++;
    result += `+${toBase64(text.slice(start, at))}`;
    // The closing minus may be left out before what cannot be base64.
    if (at === text.length || BASE64.includes(text[at]!) || text[at] === '-') result += '-';
  }
  return latin1ToBytes(result);
}

function toBase64(text: string): string {
  let bits = 0;
  let count = 0;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    bits = ((bits & 0x3f) << 16) | text.charCodeAt(i);
    count += 16;
    for (; count >= 6; count -= 6) result += BASE64[(bits >> (count - 6)) & 0x3f];
  }
  return count > 0 ? result + BASE64[(bits << (6 - count)) & 0x3f] : result;
}

function decode(bytes: Uint8Array, context: CodecContext): Decoded {
  const source = bytesToLatin1(bytes);
  let text = '';
  let at = 0;
  while (at < source.length) {
    const c = source[at]!;
    let end = at + 1;
    let reason = 'unexpected special character';
    if (c === '+') {
      const shift = decodeShift(source, at + 1, context.final);
      if (shift.reason === undefined) {
        if (shift.end < 0) return { text, consumed: at };
        text += shift.text;
        at = shift.end;
        continue;
      }
      text += shift.text;
      ({ end, reason } = shift as { end: number; reason: string });
    } else if (c < '\x80') {
      text += c;
      at++;
      continue;
    }
    const handled = context.handle('utf7', bytes, at, end, reason);
    text += handled.replacement;
    at = handled.position;
  }
  return { text, consumed: at };
}

interface Shift {
  readonly text: string;
  /** Behind the sequence; -1 if more bytes may follow. */
  readonly end: number;
  readonly reason?: string;
}

/** Reads a base64 sequence from behind its '+'. */
function decodeShift(source: string, start: number, final: boolean): Shift {
  if (source[start] === '-') return { text: '+', end: start + 1 };
  let text = '';
  let bits = 0;
  let count = 0;
  let at = start;
  for (; at < source.length; at++) {
    const value = BASE64.indexOf(source[at]!);
    if (value < 0) break;
    bits = ((bits & 0xffff) << 6) | value;
    count += 6;
    if (count >= 16) {
      count -= 16;
      text += String.fromCharCode((bits >> count) & 0xffff);
    }
  }
  if (at === source.length) {
    if (!final) return { text: '', end: -1 };
    return count >= 6 || (bits & ((1 << count) - 1)) !== 0 || /[\ud800-\udbff]$/.test(text)
      ? { text: '', end: at, reason: 'unterminated shift sequence' }
      : { text, end: at };
  }
  if (at === start) return { text: '', end: at + 1, reason: 'ill-formed sequence' };
  const after = source[at]!;
  const end = after === '-' ? at + 1 : at;
  if (count >= 6) return { text, end: at + 1, reason: 'partial character in shift sequence' };
  if ((bits & ((1 << count) - 1)) !== 0)
    return { text, end: at + 1, reason: 'non-zero padding bits in shift sequence' };
  return { text, end };
}

export const utf7: TextCodec = { name: 'utf-7', encode, decode };

/**
 * UTF-8, and UTF-8 with a signature.
 *
 * Spec: https://www.unicode.org/versions/latest/ section 3.9; errors end where the longest valid beginning of a sequence
 * does. Python 2 takes lone surrogates for characters.
 */
import { isUtf8 } from 'node:buffer';
import { ByteWriter } from './bytes.js';
import type { Decoded, TextCodec } from './codec.js';
import type { CodecContext } from './context.js';
import { encodeLoop } from './encodeLoop.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Encodes a text. UnicodeEncodeError "surrogates not allowed". */
function encode(text: string, context: CodecContext): Uint8Array {
  if (!LONE_SURROGATE.test(text)) return new Uint8Array(Buffer.from(text, 'utf8'));
  const put = context.dialect === 2 ? putAny : putScalar;
  return encodeLoop(text, { encoding: 'utf-8', reason: 'surrogates not allowed', put, runs: 'escapes' }, context);
}

function putScalar(code: number, writer: ByteWriter): boolean {
  return (code < 0xd800 || code > 0xdfff) && putAny(code, writer);
}

function putAny(code: number, writer: ByteWriter): boolean {
  if (code < 0x80) writer.byte(code);
  else {
    if (code < 0x800) writer.byte(0xc0 | (code >> 6));
    else {
      if (code < 0x10000) writer.byte(0xe0 | (code >> 12));
      else {
        writer.byte(0xf0 | (code >> 18));
        writer.byte(0x80 | ((code >> 12) & 0x3f));
      }
      writer.byte(0x80 | ((code >> 6) & 0x3f));
    }
    writer.byte(0x80 | (code & 0x3f));
  }
  return true;
}

// Up to this length a loop is faster than making a Buffer.
const SHORT = 24;

function shortAscii(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Decodes bytes. */
function decode(bytes: Uint8Array, context: CodecContext): Decoded {
  if (bytes.length <= SHORT) {
    const text = shortAscii(bytes);
    if (text !== undefined) return { text, consumed: bytes.length };
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(bytes)) return { text: buffer.toString('utf8'), consumed: bytes.length };
  let text = '';
  let good = 0;
  let at = 0;
  while (at < bytes.length) {
    const size = sequenceSize(bytes, at, context.dialect === 2);
    if (size > 0) {
      at += size;
      continue;
    }
    text += decodeValid(buffer.subarray(good, at), context.dialect === 2);
    if (size === INCOMPLETE && !context.final) return { text, consumed: at };
    const { end, reason } = describe(bytes, at, size);
    const { replacement, position } = context.handle(context.dialect === 2 ? 'utf8' : 'utf-8', bytes, at, end, reason);
    text += replacement;
    at = position;
    good = at;
  }
  return { text: text + decodeValid(buffer.subarray(good, at), context.dialect === 2), consumed: at };
}

function decodeValid(bytes: Buffer, surrogates: boolean): string {
  if (!surrogates || isUtf8(bytes)) return bytes.toString('utf8');
  // Only here may a sequence stand for a surrogate, which Node would replace.
  return bytes
    .toString('latin1')
    .split(/(\xed[\xa0-\xbf][\x80-\xbf])/)
    .map((part, i) => {
      if (i % 2 === 0) return Buffer.from(part, 'latin1').toString('utf8');
      return String.fromCharCode(0xd000 | ((part.charCodeAt(1) & 0x3f) << 6) | (part.charCodeAt(2) & 0x3f));
    })
    .join('');
}

// Sizes that mean errors: -n is an invalid sequence of which n bytes are to blame.
const BAD_START = 0;
const INCOMPLETE = -10;

/** Bytes of the sequence at `at` if it is valid, else BAD_START, INCOMPLETE or minus the valid bytes before the bad one. */
function sequenceSize(bytes: Uint8Array, at: number, surrogates: boolean): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return BAD_START;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (surrogates && at + size > bytes.length) return INCOMPLETE;
  for (let i = 1; i < size; i++) {
    const next = bytes[at + i];
    if (next === undefined) return INCOMPLETE;
    let low = 0x80;
    let high = 0xbf;
    if (i === 1) {
      if (first === 0xe0) low = 0xa0;
      else if (first === 0xed && !surrogates) high = 0x9f;
      else if (first === 0xf0) low = 0x90;
      else if (first === 0xf4) high = 0x8f;
    }
    if (next < low || next > high) return surrogates ? -badBytes2(bytes, at, size) : -i;
  }
  return size;
}

/** Python 2 blames all continuation bytes, in range or not, but never the last byte of the sequence. */
function badBytes2(bytes: Uint8Array, at: number, size: number): number {
  let count = 1;
  while (count < size - 1 && (bytes[at + count]! & 0xc0) === 0x80) count++;
  return count;
}

function describe(bytes: Uint8Array, at: number, size: number): { end: number; reason: string } {
  if (size === BAD_START) return { end: at + 1, reason: 'invalid start byte' };
  if (size === INCOMPLETE) {
    // Python 2 says so of any sequence that is cut off, even where its bytes are wrong already.
    let end = at + 1;
    while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++;
    return { end, reason: 'unexpected end of data' };
  }
  return { end: at - size, reason: 'invalid continuation byte' };
}

export const utf8: TextCodec = { name: 'utf-8', encode, decode };

const SIGNATURE = [0xef, 0xbb, 0xbf];

/** UTF-8 that begins with a byte order mark when written, and may when read. */
export const utf8Sig: TextCodec = {
  name: 'utf-8-sig',
  encode(text, context) {
    const writer = new ByteWriter(text.length + SIGNATURE.length);
    writer.bytes(Uint8Array.from(SIGNATURE));
    writer.bytes(encode(text, context));
    return writer.finish();
  },
  decode(bytes, context) {
    const isSigned = SIGNATURE.every((byte, i) => bytes[i] === byte);
    // Errors count from behind the signature, as CPython cuts it off first.
    const { text, consumed } = decode(isSigned ? bytes.subarray(SIGNATURE.length) : bytes, context);
    return { text, consumed: consumed + (isSigned ? SIGNATURE.length : 0) };
  },
};

/**
 * UTF-16 and UTF-32, with and without a fixed byte order.
 *
 * Without one, writing begins with a byte order mark in little endian, and reading takes the order from the mark.
 * Spec: https://docs.python.org/3/library/codecs.html#encodings-and-unicode
 */
import { ByteWriter } from './bytes.js';
import type { Decoded, TextCodec } from './codec.js';
import type { CodecContext } from './context.js';
import { encodeLoop } from './encodeLoop.js';

type Order = 'le' | 'be';

const MARK = 0xfeff;

function put16(code: number, writer: ByteWriter, order: Order): void {
  const [first, second] = order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
  writer.byte(first);
  writer.byte(second);
}

function put32(code: number, writer: ByteWriter, order: Order): void {
  if (order === 'le') for (let shift = 0; shift < 32; shift += 8) writer.byte((code >> shift) & 0xff);
  else for (let shift = 24; shift >= 0; shift -= 8) writer.byte((code >> shift) & 0xff);
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

const SURROGATE = /[\ud800-\udfff]/;

/** A text without surrogates: its units are the code. */
function plain16(text: string, order: Order | null): Uint8Array {
  const units = order === null ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(2 * units.length);
  const buffer = Buffer.from(bytes.buffer);
  buffer.write(units, 'utf16le');
  if (order === 'be') buffer.swap16();
  return bytes;
}

/** The text of bytes that come out even and are no surrogates, else undefined. */
function plainText16(bytes: Uint8Array, order: Order): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const text =
    order === 'le'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le')
      : Buffer.from(bytes).swap16().toString('utf16le');
  return SURROGATE.test(text) ? undefined : text;
}

function encode(text: string, context: CodecContext, width: 16 | 32, order: Order | null, name: string): Uint8Array {
  if (width === 16 && !SURROGATE.test(text)) return plain16(text, order);
  const writer = new ByteWriter(text.length * (width / 8) + 4);
  const real = order ?? 'le';
  if (order === null) width === 16 ? put16(MARK, writer, real) : put32(MARK, writer, real);
  const put = (code: number) => {
    if (isSurrogate(code) && context.dialect === 3) return false;
    if (width === 32) put32(code, writer, real);
    else if (code <= 0xffff) put16(code, writer, real);
    else {
      put16(0xd800 + ((code - 0x10000) >> 10), writer, real);
      put16(0xdc00 + ((code - 0x10000) & 0x3ff), writer, real);
    }
    return true;
  };
  return encodeLoop(
    text,
    { encoding: name, reason: 'surrogates not allowed', put, runs: 'none', unitSize: width / 8 },
    context,
    writer,
  );
}

/** The byte order by the mark, and where the text begins. */
function readMark(bytes: Uint8Array, width: 16 | 32): { order: Order; start: number } {
  const [a, b, c, d] = bytes;
  if (width === 16) {
    if (a === 0xff && b === 0xfe) return { order: 'le', start: 2 };
    return a === 0xfe && b === 0xff ? { order: 'be', start: 2 } : { order: 'le', start: 0 };
  }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { order: 'le', start: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { order: 'be', start: 4 };
  return { order: 'le', start: 0 };
}

function decode16(bytes: Uint8Array, context: CodecContext, fixed: Order | null): Decoded {
  const { order, start } = fixed === null ? readMark(bytes, 16) : { order: fixed, start: 0 };
  const whole = plainText16(bytes.subarray(start), order);
  if (whole !== undefined) return { text: whole, consumed: bytes.length };
  const unit = (at: number) =>
    order === 'le' ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!;
  let text = '';
  let at = start;
  while (at < bytes.length) {
    let end: number;
    let reason: string;
    if (at + 1 >= bytes.length) {
      if (!context.final) break;
      [end, reason] = [bytes.length, 'truncated data'];
    } else {
      const high = unit(at);
      if (!isSurrogate(high)) {
        text += String.fromCharCode(high);
        at += 2;
        continue;
      }
      if (high >= 0xdc00 && (context.dialect === 3 || at + 3 < bytes.length))
        [end, reason] = [at + 2, 'illegal encoding'];
      else if (at + 3 >= bytes.length) {
        if (!context.final) break;
        [end, reason] = [bytes.length, 'unexpected end of data'];
      } else {
        const low = unit(at + 2);
        if (low >= 0xdc00 && low <= 0xdfff) {
          text += String.fromCharCode(high, low);
          at += 4;
          continue;
        }
        [end, reason] = [at + 2, 'illegal UTF-16 surrogate'];
      }
    }
    const handled = context.handle(context.dialect === 2 ? 'utf16' : `utf-16-${order}`, bytes, at, end, reason);
    text += handled.replacement;
    at = handled.position;
  }
  return { text, consumed: at };
}

function decode32(bytes: Uint8Array, context: CodecContext, fixed: Order | null): Decoded {
  const { order, start } = fixed === null ? readMark(bytes, 32) : { order: fixed, start: 0 };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  let at = start;
  while (at < bytes.length) {
    let end = at + 4;
    let reason = 'truncated data';
    if (end > bytes.length) {
      if (!context.final) break;
      end = bytes.length;
    } else {
      const code = view.getUint32(at, order === 'le');
      if (code <= 0x10ffff && (!isSurrogate(code) || context.dialect === 2)) {
        text += String.fromCodePoint(code);
        at += 4;
        continue;
      }
      reason =
        code > 0x10ffff
          ? 'code point not in range(0x110000)'
          : 'code point in surrogate code point range(0xd800, 0xe000)';
    }
    const handled = context.handle(context.dialect === 2 ? 'utf32' : `utf-32-${order}`, bytes, at, end, reason);
    text += handled.replacement;
    at = handled.position;
  }
  return { text, consumed: at };
}

function codec(width: 16 | 32, order: Order | null): TextCodec {
  const name = order === null ? `utf-${width}` : `utf-${width}-${order}`;
  const decode = width === 16 ? decode16 : decode32;
  return {
    name,
    encode: (text, context) => encode(text, context, width, order, name),
    decode: (bytes, context) => decode(bytes, context, order),
  };
}

export const utf16Codecs: readonly TextCodec[] = [
  codec(16, null),
  codec(16, 'le'),
  codec(16, 'be'),
  codec(32, null),
  codec(32, 'le'),
  codec(32, 'be'),
];

/**
 * ASCII, Latin-1 and the codecs that map each byte to one character.
 *
 * Spec: https://docs.python.org/3/library/codecs.html#standard-encodings
 */
import { bytesToLatin1, latin1ToBytes } from './bytes.js';
import { CHARMAPS } from './charmapTables.js';
import type { Decoded, TextCodec } from './codec.js';
import type { CodecContext } from './context.js';
import { encodeLoop } from './encodeLoop.js';

const UNDEFINED = '\ufffd';
const MAPS_TO_UNDEFINED = 'character maps to <undefined>';

export const ascii: TextCodec = {
  name: 'ascii',
  encode(text, context) {
    if (!/[^\0-\x7f]/.test(text)) return latin1ToBytes(text);
    const put = below(0x80);
    return encodeLoop(text, { encoding: 'ascii', reason: 'ordinal not in range(128)', put, runs: 'escapes' }, context);
  },
  decode(bytes, context) {
    const latin1 = bytesToLatin1(bytes);
    if (!/[^\0-\x7f]/.test(latin1)) return { text: latin1, consumed: bytes.length };
    return decodeTable(bytes, context, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : UNDEFINED), {
      encoding: 'ascii',
      reason: 'ordinal not in range(128)',
    });
  },
};

export const latin1: TextCodec = {
  name: 'iso8859-1',
  encode(text, context) {
    if (!/[^\0-\xff]/.test(text)) return latin1ToBytes(text);
    const put = below(0x100);
    return encodeLoop(
      text,
      { encoding: 'latin-1', reason: 'ordinal not in range(256)', put, runs: 'escapes' },
      context,
    );
  },
  decode(bytes) {
    return { text: bytesToLatin1(bytes), consumed: bytes.length };
  },
};

function below(limit: number) {
  return (code: number, writer: { byte(value: number): void }) => {
    if (code >= limit) return false;
    writer.byte(code);
    return true;
  };
}

function decodeTable(
  bytes: Uint8Array,
  context: CodecContext,
  charOf: (byte: number) => string,
  { encoding, reason }: { encoding: string; reason: string },
): Decoded {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const c = charOf(bytes[at]!);
    if (c !== UNDEFINED) {
      text += c;
      at++;
      continue;
    }
    const handled = context.handle(encoding, bytes, at, at + 1, reason);
    text += handled.replacement;
    at = handled.position;
  }
  return { text, consumed: bytes.length };
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');

/** The codec of a 256-character table. */
function charmap(name: string, half: string): TextCodec {
  const table = half.length === 128 ? ASCII + half : half;
  let reverse: Map<number, number> | undefined;
  const byteOf = (code: number) => {
    if (reverse === undefined) {
      reverse = new Map();
      for (let byte = 255; byte >= 0; byte--) if (table[byte] !== UNDEFINED) reverse.set(table.charCodeAt(byte), byte);
    }
    return reverse.get(code);
  };
  return {
    name,
    encode(text, context) {
      const put = (code: number, writer: { byte(value: number): void }) => {
        const byte = byteOf(code);
        if (byte === undefined) return false;
        writer.byte(byte);
        return true;
      };
      return encodeLoop(text, { encoding: 'charmap', reason: MAPS_TO_UNDEFINED, put, runs: 'whole' }, context);
    },
    decode(bytes, context) {
      const rules = { encoding: 'charmap', reason: MAPS_TO_UNDEFINED };
      return decodeTable(bytes, context, (byte) => table[byte]!, rules);
    },
  };
}

/** The letters of a text turned by 13 places. */
export const turned = (text: string): string =>
  text.replace(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < 'n' ? 13 : -13)));

/** Python 2's `rot_13`, which is a table of Latin-1's characters. */
export function rot13Codec(): TextCodec {
  const latin1 = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('');
  return charmap('rot-13', turned(latin1));
}

/** The codec with that module name ("cp1252", "koi8_r"), if it is a table. */
export function charmapCodec(module: string): TextCodec | undefined {
  const half = Object.hasOwn(CHARMAPS, module) ? CHARMAPS[module] : undefined;
  return half === undefined ? undefined : charmap(module.replaceAll('_', '-'), half);
}

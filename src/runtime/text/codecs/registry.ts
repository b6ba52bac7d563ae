/**
 * Codecs by name, and encoding and decoding through them.
 *
 * Spec: https://docs.python.org/3/library/codecs.html#standard-encodings
 */
import { TextError } from '../error.js';
import { ALIASES } from './aliases.js';
import type { Decoded, TextCodec } from './codec.js';
import { CodecContext, type CodecOptions } from './context.js';
import { rawUnicodeEscape, unicodeEscape } from './escapes.js';
import { multiByteCodec } from './multiByte.js';
import { ascii, charmapCodec, latin1 } from './singleByte.js';
import { utf7 } from './utf7.js';
import { utf8, utf8Sig } from './utf8.js';
import { utf16Codecs } from './utf16.js';

const FIXED: ReadonlyMap<string, TextCodec> = new Map([
  ['utf_8', utf8],
  ['utf_8_sig', utf8Sig],
  ['ascii', ascii],
  ['latin_1', latin1],
  ['utf_7', utf7],
  ['unicode_escape', unicodeEscape],
  ['raw_unicode_escape', rawUnicodeEscape],
  ...utf16Codecs.map((codec) => [codec.name.replaceAll('-', '_'), codec] as const),
]);

/** Tables made so far: a cache, nothing that the codecs' behaviour depends on. */
const made = new Map<string, TextCodec>();

/** The name of the codec's module: "UTF-8" and "utf8" give "utf_8". A name that nothing maps comes back normalised. */
export function normalizeEncoding(name: string): string {
  const normal = name
    .toLowerCase()
    .replace(/[^0-9a-z.]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const key = normal.replaceAll('.', '_');
  return (
    (Object.hasOwn(ALIASES, normal) ? ALIASES[normal] : Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined) ??
    normal
  );
}

/** The text codec of that name, undefined if there is none. */
export function findCodec(name: string): TextCodec | undefined {
  // Nearly every program means one of these two.
  if (name === 'utf-8' || name === 'utf8') return utf8;
  const module = normalizeEncoding(name);
  let codec = FIXED.get(module) ?? made.get(module);
  if (codec === undefined) {
    codec = charmapCodec(module) ?? multiByteCodec(module);
    if (codec !== undefined) made.set(module, codec);
  }
  return codec;
}

/** Modules of codecs between bytes, or between texts: `codecs.encode` knows them, the methods refuse them. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'base64_codec',
  'bz2_codec',
  'hex_codec',
  'quopri_codec',
  'rot_13',
  'uu_codec',
  'zlib_codec',
]);

function codecOf(name: string, verb: 'encode' | 'decode'): TextCodec {
  const codec = findCodec(name);
  if (codec !== undefined) return codec;
  throw new TextError(
    'LookupError',
    NOT_TEXT.has(normalizeEncoding(name))
      ? `'${name}' is not a text encoding; use codecs.${verb}() to handle arbitrary codecs`
      : `unknown encoding: ${name}`,
  );
}

/** `text.encode(encoding, errors)`. UnicodeTextError, or LookupError for an unknown encoding or error handler. */
export function encodeText(text: string, encoding = 'utf-8', options: CodecOptions = {}): Uint8Array {
  return codecOf(encoding, 'encode').encode(text, new CodecContext(options));
}

/** `bytes.decode(encoding, errors)`. UnicodeTextError, or LookupError for an unknown encoding or error handler. */
export function decodeBytes(bytes: Uint8Array, encoding = 'utf-8', options: CodecOptions = {}): string {
  return codecOf(encoding, 'decode').decode(bytes, new CodecContext(options)).text;
}

/** Decodes what is complete; for readers of streams, with `options.final` false until the last part. */
export function decodePart(bytes: Uint8Array, encoding: string, options: CodecOptions): Decoded {
  return codecOf(encoding, 'decode').decode(bytes, new CodecContext(options));
}

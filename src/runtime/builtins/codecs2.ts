/** `encode` and `decode` of Python 2, where any codec may stand between any two kinds of text or bytes. */
import { fromLatin1, toLatin1 } from '../object/buffer.js';
import { AssertionError, TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { PyUnicode } from '../object/values.js';
import { CodecContext } from '../text/codecs/context.js';
import { normalizeEncoding } from '../text/codecs/registry.js';
import { rot13Codec, turned } from '../text/codecs/singleByte.js';
import { selfBytes2, selfUnicode2 } from './args2.js';
import { decodeAscii2, defaultEncoding, encodeAscii2, strBytes } from './ascii2.js';
import { byteCodecs2 } from './byteCodecs2.js';
import { binaryCodec, codecError, decodeText, encodeText, pythonHandler, requireCodec } from './codecs.js';
import { kindName } from './strArgs.js';
import { decodeStringEscape, encodeStringEscape } from './stringEscape2.js';

type Direction = 'encode' | 'decode';

const SIGNATURE = "(encoding='ascii', errors='strict')";

/** Methods of str. */
export const codecMembers2 = (): Members => ({
  encode: method(SIGNATURE, (self: Py, encoding: Py, errors: Py) => {
    const bytes = selfBytes2(self, 'encode');
    const codec = optionArg(encoding, 'encode', 1) ?? defaultEncoding().name;
    const handler = optionArg(errors, 'encode', 2) ?? 'strict';
    const transform = byteTransform(codec, handler, 'encode');
    if (transform !== undefined) return transform(bytes);
    if (binaryCodec(codec) === 'rot_13') return turned(decodeAscii2(bytes));
    requireCodec(codec);
    return encodedUnicode(decodeAscii2(bytes), codec, handler);
  }),
  decode: method(SIGNATURE, (self: Py, encoding: Py, errors: Py) =>
    decoded(selfBytes2(self, 'decode'), encoding, errors),
  ),
});

/** Methods of unicode. */
export const unicodeCodecMembers2 = (): Members => ({
  encode: method(SIGNATURE, (self: Py, encoding: Py, errors: Py) => {
    const text = selfUnicode2(self, 'encode');
    const codec = optionArg(encoding, 'encode', 1) ?? defaultEncoding().name;
    const handler = optionArg(errors, 'encode', 2) ?? 'strict';
    if (binaryCodec(codec) === 'rot_13') return rot13(text, handler);
    if (normalizeEncoding(codec) === 'string_escape') {
      throw TypeError('escape_encode() argument 1 must be string, not unicode');
    }
    const transform = byteTransform(codec, handler, 'encode');
    return transform === undefined ? encodedUnicode(text, codec, handler) : transform(encodeAscii2(text));
  }),
  decode: method(SIGNATURE, (self: Py, encoding: Py, errors: Py) => {
    const text = selfUnicode2(self, 'decode');
    const codec = optionArg(encoding, 'decode', 1) ?? 'ascii';
    if (normalizeEncoding(codec) !== 'string_escape') requireCodec(codec);
    return decoded(encodeAscii2(text), encoding, errors);
  }),
});

function decoded(bytes: string, encoding: Py, errors: Py): Py {
  const codec = optionArg(encoding, 'decode', 1) ?? defaultEncoding().name;
  const handler = optionArg(errors, 'decode', 2) ?? 'strict';
  if (binaryCodec(codec) === 'rot_13')
    return new PyUnicode(turned(decodeText(fromLatin1(bytes), 'latin-1', handler, bytes)));
  const transform = byteTransform(codec, handler, 'decode');
  if (transform !== undefined) return transform(bytes);
  return new PyUnicode(decodeText(fromLatin1(bytes), codec, handler, bytes));
}

function encodedUnicode(text: string, codec: string, handler: string): string {
  return toLatin1(encodeText(text, codec, handler, new PyUnicode(text)));
}

/** A codec from bytes to bytes, undefined for any other. */
function byteTransform(codec: string, handler: string, direction: Direction): ((bytes: string) => string) | undefined {
  if (normalizeEncoding(codec) === 'string_escape') {
    return direction === 'encode' ? encodeStringEscape : decodeStringEscape;
  }
  const byteCodec = byteCodecs2[binaryCodec(codec) ?? ''];
  if (byteCodec !== undefined && handler !== 'strict') throw AssertionError();
  return byteCodec?.[direction];
}

function rot13(text: string, errors: string): string {
  if (!/[^\0-\xff]/.test(text)) return turned(text);
  const object = new PyUnicode(text);
  const customHandler = (name: string) => pythonHandler(name, object);
  try {
    return toLatin1(rot13Codec().encode(text, new CodecContext({ errors, dialect: 2, customHandler })));
  } catch (error) {
    throw codecError(error, object);
  }
}

function optionArg(o: Py, name: string, position: number): string | undefined {
  if (o === undefined) return undefined;
  const text = strBytes(o) ?? (o instanceof PyUnicode ? encodeAscii2(o.value) : undefined);
  if (text === undefined) throw TypeError(`${name}() argument ${position} must be string, not ${kindName(o)}`);
  if (text.includes('\0')) throw TypeError(`${name}() argument ${position} must be string without null bytes, not str`);
  return text;
}

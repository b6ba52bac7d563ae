/**
 * `_codecs`: the registry of codecs, and the codecs that the library's `encodings` builds on.
 * Spec: https://docs.python.org/3/library/codecs.html
 */
import { nameValue } from '../builtins/ascii2.js';
import { codecError, codecState, decodeText, encodeText, pythonHandler } from '../builtins/codecs.js';
import { pyError } from '../builtins/textError.js';
import { bytesResult, textResult } from '../io/values.js';
import { bufferOf, fromLatin1, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple, PyUnicode } from '../object/values.js';
import { decodePart } from '../text/codecs/registry.js';
import { stringEscape, stringUnescape } from '../text/codecs/escapes.js';
import { cpLength } from '../text/codePoints.js';
import { sourceTools } from '../process/hooks.js';
import { build, decode as decodeMap, encode as encodeMap } from './codecs/charmap.js';
import { lookupError, registerError } from './codecs/handlers.js';
import { connect, lookup, register, transform, unregister } from './codecs/registry.js';

/** Python's names of the codecs that have functions here. */
const CODECS = [
  'utf_7',
  'utf_8',
  'utf_16',
  'utf_16_le',
  'utf_16_be',
  'utf_32',
  'utf_32_le',
  'utf_32_be',
  'unicode_escape',
  'raw_unicode_escape',
  'latin_1',
  'ascii',
];

const errorsOf = (errors: Py): string =>
  errors === undefined || errors === null ? 'strict' : (nameValue(errors) ?? 'strict');

function textArg(o: Py, name: string): string {
  if (o instanceof PyUnicode) return o.value;
  const text = strValue(o);
  if (text === undefined) throw TypeError(`${name}() argument 1 must be str, not ${typeOf(o).name}`);
  return text;
}

const encoder = (codec: string) =>
  fn(
    '(str, errors=None, /)',
    (o: Py, errors: Py) => {
      const text = textArg(o, `${codec}_encode`);
      return new PyTuple([
        bytesResult(encodeText(text, codec.replaceAll('_', '-'), errorsOf(errors), o)),
        cpLength(text),
      ]);
    },
    `${codec}_encode`,
  );

/** Text of what is complete, and how many bytes that took. */
function decodeBytes(codec: string, bytes: Uint8Array, errors: string, final: boolean, o: Py): PyTuple {
  const shown = rt.dialect === 2 ? toLatin1(bytes) : bytesResult(bytes);
  try {
    const { text, consumed } = decodePart(bytes, codec.replaceAll('_', '-'), {
      errors,
      final,
      dialect: rt.dialect,
      customHandler: (name) => pythonHandler(name, shown),
      characterByName: (name) => sourceTools().characterNamed(name) ?? undefined,
    });
    return new PyTuple([textResult(text), consumed]);
  } catch (error) {
    throw codecError(error, shown ?? o);
  }
}

/** The escape codecs take texts too. */
const sourceBytes = (o: Py): Uint8Array => {
  const text = rt.dialect === 3 ? strValue(o) : undefined;
  return text === undefined ? bufferOf(o) : encodeText(text, 'utf-8', 'strict');
};

function decoder(codec: string) {
  const hasFinal = codec !== 'ascii' && codec !== 'latin_1';
  const isEscape = codec.endsWith('escape');
  return fn(
    hasFinal ? `(data, errors=None, final=${isEscape ? 'True' : 'False'}, /)` : '(data, errors=None, /)',
    (data: Py, errors: Py, final: Py) =>
      decodeBytes(
        codec,
        isEscape ? sourceBytes(data) : bufferOf(data),
        errorsOf(errors),
        !hasFinal || (final === undefined ? isEscape : truthy(final)),
        data,
      ),
    `${codec}_decode`,
  );
}

/** `utf_16_ex_decode`: tells the byte order found, too (-1 little, 1 big, 0 not known). */
const exDecoder = (bits: 16 | 32) =>
  fn(
    '(data, errors=None, byteorder=0, final=False, /)',
    (data: Py, errors: Py, byteorder: Py, final: Py) => {
      const bytes = bufferOf(data);
      let order = Number(intValue(byteorder ?? 0) ?? 0);
      let skip = 0;
      const width = bits / 8;
      if (order === 0 && bytes.length >= width) {
        const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
        const isBig = bits === 16 ? bytes[0] === 0xfe && bytes[1] === 0xff : bytes[2] === 0xfe && bytes[3] === 0xff;
        if (isLittle || isBig) skip = width;
        order = isLittle ? -1 : isBig ? 1 : 0;
      }
      const codec = `utf_${bits}_${order > 0 ? 'be' : 'le'}`;
      const [text, consumed] = decodeBytes(
        codec,
        bytes.subarray(skip),
        errorsOf(errors),
        final !== undefined && truthy(final),
        data,
      ).items;
      return new PyTuple([text, consumed + skip, order]);
    },
    `utf_${bits}_ex_decode`,
  );

const oldEscapes = (): Record<string, Py> => ({
  escape_encode: fn('(data, errors=None, /)', (data: Py) => {
    const bytes = bufferOf(data);
    return new PyTuple([bytesResult(fromLatin1(stringEscape(toLatin1(bytes)))), bytes.length]);
  }),
  escape_decode: fn('(data, errors=None, /)', (data: Py) => {
    const bytes = sourceBytes(data);
    try {
      return new PyTuple([bytesResult(fromLatin1(stringUnescape(toLatin1(bytes)))), bytes.length]);
    } catch (error) {
      throw pyError(error);
    }
  }),
});

export default function _codecs(): Record<string, Py> {
  connect();
  const members: Record<string, Py> = {
    register: fn('(search_function, /)', register),
    unregister: fn('(search_function, /)', unregister),
    lookup: fn('(encoding, /)', lookup),
    encode: fn("(obj, encoding='utf-8', errors='strict')", (o: Py, encoding: Py, errors: Py) =>
      transform(o, encoding, errors, 0),
    ),
    decode: fn("(obj, encoding='utf-8', errors='strict')", (o: Py, encoding: Py, errors: Py) =>
      transform(o, encoding, errors, 1),
    ),
    register_error: fn('(errors, handler, /)', (name: Py, handler: Py) => registerError(nameValue(name)!, handler)),
    _unregister_error: fn('(errors, /)', (name: Py) => codecState().handlers.delete(strValue(name)!)),
    lookup_error: fn('(name, /)', (name: Py) => lookupError(nameValue(name)!)),
    charmap_build: fn('(map, /)', build),
    charmap_encode: fn('(str, errors=None, mapping=None, /)', (o: Py, errors: Py, mapping: Py) =>
      encodeMap(o, errorsOf(errors), mapping ?? null),
    ),
    charmap_decode: fn('(data, errors=None, mapping=None, /)', (data: Py, errors: Py, mapping: Py) =>
      decodeMap(bufferOf(data), errorsOf(errors), mapping ?? null, data),
    ),
    readbuffer_encode: fn('(data, errors=None, /)', (data: Py) => {
      const bytes = sourceBytes(data);
      return new PyTuple([bytesResult(new Uint8Array(bytes)), bytes.length]);
    }),
    // For codecs of the library that are here: what they raise is their caller's to note.
    _text_encode: fn('(text, encoding, errors, /)', (o: Py, encoding: string, errors: string) =>
      bytesResult(encodeText(textArg(o, 'encode'), encoding, errors, o)),
    ),
    _text_decode: fn('(data, encoding, errors, /)', (data: Py, encoding: string, errors: string) =>
      textResult(decodeText(bufferOf(data), encoding, errors, data)),
    ),
    utf_16_ex_decode: exDecoder(16),
    utf_32_ex_decode: exDecoder(32),
    ...oldEscapes(),
  };
  for (const codec of CODECS) {
    members[`${codec}_encode`] = encoder(codec);
    members[`${codec}_decode`] = decoder(codec);
  }
  return members;
}

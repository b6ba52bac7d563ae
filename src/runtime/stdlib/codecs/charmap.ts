/** `charmap_encode`, `charmap_decode`, `charmap_build`: codecs by tables that Python code holds. */
import { codecError } from '../../builtins/codecs.js';
import { call1 } from '../../object/call.js';
import { getItem } from '../../helpers/subscript.js';
import { isInstanceOf, LookupError, TypeError } from '../../object/errors.js';
import { asSize, intValue, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { PyBytes, PyTuple, PyUnicode } from '../../object/values.js';
import { bytesResult, textResult } from '../../io/values.js';
import { cpChars, cpCodes } from '../../text/codePoints.js';
import { UnicodeTextError } from '../../text/error.js';
import { lookupError } from './handlers.js';

const textOf = (o: Py): string | undefined => (o instanceof PyUnicode ? o.value : strValue(o));

/** The table from code points to bytes for a decoding table of up to 256 characters. */
export function build(table: Py): PyDict {
  const map = new PyDict();
  cpCodes(textOf(table)!).forEach((code, byte) => {
    if (code !== 0xfffe) map.set(code, byte);
  });
  return map;
}

/** `mapping[key]`, undefined where the table has nothing. */
function entry(mapping: Py, key: number): Py {
  if (mapping instanceof PyDict && !mapping.c$.isHeap) return mapping.get(key);
  try {
    return getItem(mapping, key);
  } catch (error) {
    if (isInstanceOf(error, LookupError)) return undefined;
    throw error;
  }
}

function encodedAs(mapping: Py, code: number): Uint8Array | undefined {
  const value = entry(mapping, code);
  if (value === undefined || value === null) return undefined;
  if (value instanceof PyBytes) return value.data;
  const n = intValue(value);
  if (n === undefined) throw TypeError(`character mapping must return integer, bytes or None, not ${value.c$.name}`);
  if (n < 0 || n > 255) throw TypeError('character mapping must be in range(256)');
  return Uint8Array.of(Number(n));
}

export function encode(text: Py, errors: string, mapping: Py): PyTuple {
  const source = textOf(text)!;
  const codes = cpCodes(source);
  const parts: Uint8Array[] = [];
  for (let i = 0; i < codes.length; ) {
    const bytes =
      mapping === null ? (codes[i]! < 256 ? Uint8Array.of(codes[i]!) : undefined) : encodedAs(mapping, codes[i]!);
    if (bytes !== undefined) {
      parts.push(bytes);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < codes.length && mapping !== null && encodedAs(mapping, codes[end]!) === undefined) end++;
    const [replacement, next] = handled('charmap', source, i, end, 'character maps to <undefined>', errors, text);
    if (replacement instanceof PyBytes) parts.push(replacement.data);
    else {
      for (const code of cpCodes(textOf(replacement) ?? '')) {
        const bytesOf = mapping === null ? Uint8Array.of(code) : encodedAs(mapping, code);
        if (bytesOf === undefined)
          throw codecError(new UnicodeTextError('charmap', source, i, end, 'character maps to <undefined>'), text);
        parts.push(bytesOf);
      }
    }
    i = next < 0 ? next + codes.length : next;
  }
  return new PyTuple([bytesResult(new Uint8Array(Buffer.concat(parts))), codes.length]);
}

/** What the error handler puts in the place of `start` to `end`, and where to go on. */
function handled(
  encoding: string,
  object: string | Uint8Array,
  start: number,
  end: number,
  reason: string,
  errors: string,
  shown: Py,
): [Py, number] {
  const exception = codecError(new UnicodeTextError(encoding, object, start, end, reason), shown);
  if (errors === 'strict') throw exception;
  const result = call1(lookupError(errors), exception);
  if (!(result instanceof PyTuple) || result.items.length !== 2)
    throw TypeError('error handler must return (str, int) tuple');
  return [result.items[0], asSize(result.items[1])];
}

export function decode(bytes: Uint8Array, errors: string, mapping: Py, shown: Py): PyTuple {
  const table = mapping === null ? undefined : textOf(mapping);
  const chars = table === undefined ? undefined : cpChars(table);
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i]!;
    const char =
      mapping === null ? String.fromCharCode(byte) : chars === undefined ? decodedAs(mapping, byte) : chars[byte];
    if (char !== undefined && char !== '\ufffe') {
      text += char;
      i++;
      continue;
    }
    const [replacement, next] = handled('charmap', bytes, i, i + 1, 'character maps to <undefined>', errors, shown);
    text += textOf(replacement) ?? '';
    i = next < 0 ? next + bytes.length : next;
  }
  return new PyTuple([textResult(text), bytes.length]);
}

function decodedAs(mapping: Py, byte: number): string | undefined {
  const value = entry(mapping, byte);
  if (value === undefined || value === null) return undefined;
  const text = textOf(value);
  if (text !== undefined) return text;
  const n = intValue(value);
  if (n === undefined) throw TypeError('character mapping must return integer, None or str');
  if (n < 0 || n > 0x10ffff) throw TypeError('character mapping must be in range(0x110000)');
  return n === 0xfffe ? undefined : String.fromCodePoint(Number(n));
}

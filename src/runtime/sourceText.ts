/** The text of a source that `compile`, `exec` and `eval` are given. */
import { codingCookie, normalEncoding } from '../cookie.js';
import { decodeText } from './builtins/codecs.js';
import { setHidden } from './builtins/exceptions.js';
import { bufferOf, PyMemoryView } from './object/buffer.js';
import { rt } from './object/context.js';
import { isInstanceOf, LookupError, SyntaxError, TypeError, UnicodeDecodeError } from './object/errors.js';
import { strValue } from './object/number.js';
import type { Py } from './object/object.js';
import { str } from './object/text.js';
import { PyByteArray, PyBytes, PyUnicode } from './object/values.js';

/** `what` is the argument in messages; `filename` stands in errors about the encoding. */
export function sourceText(source: Py, what: string, filename = '<string>'): string {
  const text = strValue(source);
  let result: string;
  if (text !== undefined) result = rt.dialect === 2 && text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text;
  else if (source instanceof PyUnicode) result = source.value;
  else if (source instanceof PyBytes || source instanceof PyByteArray || source instanceof PyMemoryView)
    result = decodeSourceBytes(bufferOf(source).slice(), filename);
  else throw TypeError(`${what} must be ${kindsOf(what)} object`);
  if (result.includes('\0')) {
    throw rt.dialect === 2 ? TypeError('compile() expected string without null bytes') : nullBytes();
  }
  return result;
}

function kindsOf(what: string): string {
  if (rt.dialect === 3) return `a string, bytes or ${what.startsWith('compile') ? 'AST' : 'code'}`;
  return what.startsWith('exec') ? 'a string, file, or code' : 'a string or code';
}

/** What a text or a module is refused with that has a null character. */
export function nullBytes(): Py {
  const error = SyntaxError('source code string cannot contain null bytes');
  setHidden(error, 'msg', error.args.items[0]);
  return error;
}

/** By the byte order mark and the coding cookie, as CPython does with bytes that come from no file. */
function decodeSourceBytes(bytes: Uint8Array, filename: string): string {
  if (bytes.includes(0)) throw nullBytes();
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const cookie = codingCookie(Buffer.from(body.subarray(0, 1000)).toString('latin1'));
  const name = cookie === null ? 'utf-8' : normalEncoding(cookie);
  if (hasMark && name !== 'utf-8') throw encodingError(`encoding problem: ${name} with BOM`, filename);
  if (name === 'utf-8') return decodeUtf8(body, filename);
  if (/^utf[-_]?8[-_]sig$/i.test(name)) throw encodingError(`unknown encoding: ${name}`, filename);
  try {
    return decodeText(body, name, 'strict', new PyBytes(body));
  } catch (error) {
    if (isInstanceOf(error, UnicodeDecodeError)) throw encodingError(str(error), filename);
    if (!isInstanceOf(error, LookupError)) throw error;
    const message = str(error);
    throw encodingError(message.includes('text encoding') ? message : `unknown encoding: ${name}`, filename);
  }
}

function encodingError(message: string, filename: string): Py {
  const error = SyntaxError(message);
  const fields = { msg: message, filename, lineno: 0, offset: -1, text: null };
  for (const [name, value] of Object.entries(fields)) setHidden(error, name, value);
  return error;
}

/** Bytes that are no UTF-8 are an error at their place, counted from the quote or the name that they are in. */
function decodeUtf8(bytes: Uint8Array, filename: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalidUtf8(bytes, filename);
  }
}

function invalidUtf8(bytes: Uint8Array, filename: string): Py {
  const shown = new TextDecoder().decode(bytes);
  const before = shown.slice(0, shown.indexOf('\ufffd'));
  const line = before.split('\n').length;
  const lineText = shown.split('\n')[line - 1]!;
  const column = before.length - (before.lastIndexOf('\n') + 1);
  const start = /["'][^"']*$|[^\W\d]\w*$|$/u.exec(lineText.slice(0, column))!.index;
  const isString = /["']/.test(lineText[start] ?? '');
  const counted = lineText.slice(isString ? start + 1 : start, column);
  const from = Buffer.byteLength(before) - Buffer.byteLength(counted);
  const quote = isString ? bytes.indexOf(lineText.charCodeAt(start), from) : -1;
  const part = bytes.subarray(from, quote < 0 ? bytes.length : quote);
  const message = `(unicode error) ${codecMessage(part)}`;
  const error = SyntaxError(message);
  const place = {
    lineno: line,
    offset: (isString ? start : column) + 1,
    end_lineno: line,
    end_offset: isString ? column + 1 : -1,
  };
  const fields = { msg: message, filename, text: `${lineText}\n`, ...place };
  for (const [name, value] of Object.entries(fields)) setHidden(error, name, value);
  return error;
}

/** What the codec says of bytes that it cannot decode. */
function codecMessage(bytes: Uint8Array): string {
  try {
    return decodeText(bytes, 'utf-8', 'strict', new PyBytes(bytes));
  } catch (error) {
    return str(error);
  }
}

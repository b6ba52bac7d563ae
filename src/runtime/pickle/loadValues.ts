/** The opcodes that push numbers, texts and bytes. */
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { ValueError } from '../object/errors.js';
import { iterate } from '../object/iterate.js';
import { normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { bufferInfo } from '../object/buffer.js';
import { PyByteArray, PyBytes, PyFloat, PyUnicode } from '../object/values.js';
import { memoryView } from '../builtins/memoryview.js';
import { decodeText } from '../builtins/codecs.js';
import { bigintFromBytes } from '../codec/writer.js';
import { floatOrError } from '../text/parseFloat.js';
import { call } from '../object/call.js';
import { getAttr } from '../object/attributes.js';
import { asLong } from '../builtins/long2.js';
import { UnpicklingError } from './errors.js';
import { Op } from './opcodes.js';
import type { Source } from './source.js';
import type { Unpickling } from './unpickler.js';

/** Returns false for other opcodes. */
export function loadValue(u: Unpickling, op: number): boolean {
  const { source } = u;
  switch (op) {
    case Op.NONE:
      u.push(null);
      return true;
    case Op.NEWTRUE:
      u.push(true);
      return true;
    case Op.NEWFALSE:
      u.push(false);
      return true;
    case Op.BININT1:
      u.push(source.u8());
      return true;
    case Op.BININT2:
      u.push(u.little(2));
      return true;
    case Op.BININT:
      u.push(u.little(4) | 0);
      return true;
    case Op.LONG1:
      u.push(shortLong(source, source.u8()));
      return true;
    case Op.LONG4:
      u.push(long(source.take(checked(u.little(4) | 0, 'LONG'))));
      return true;
    case Op.BINFLOAT:
      u.push(new PyFloat(source.double()));
      return true;
    default:
      return loadText(u, op) || loadLine(u, op) || loadBytes(u, op);
  }
}

const long = (data: Uint8Array): Py => {
  const value = bigintFromBytes(data);
  return rt.dialect === 2 ? asLong(normalInt(value)) : normalInt(value);
};

/** An int of `size` bytes: up to six of them are a number. */
function shortLong(source: Source, size: number): Py {
  if (size === 0 || size > 6 || rt.dialect === 2) return long(source.take(size));
  const value = source.little(size);
  return value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value;
}

function checked(length: number, what: string): number {
  if (length < 0) throw UnpicklingError(`${what} pickle has negative byte count`);
  return length;
}

function loadText(u: Unpickling, op: number): boolean {
  const { source } = u;
  switch (op) {
    case Op.SHORT_BINUNICODE:
      u.push(textOf(source, source.u8()));
      return true;
    case Op.BINUNICODE:
      u.push(textOf(source, u.little(4)));
      return true;
    case Op.BINUNICODE8:
      u.push(unicode(source.take(u.little(8))));
      return true;
    case Op.SHORT_BINSTRING:
      u.push(oldString(u, source.take(source.u8())));
      return true;
    case Op.BINSTRING:
      u.push(oldString(u, source.take(checked(u.little(4) | 0, 'BINSTRING'))));
      return true;
    default:
      return false;
  }
}

function textOf(source: Source, length: number): Py {
  const text = source.ascii(length);
  if (text === undefined) return unicode(source.take(length));
  return rt.dialect === 2 ? new PyUnicode(text) : text;
}

/** UTF-8 in which lone surrogates are written like other characters. */
function unicode(data: Uint8Array): Py {
  let ascii = true;
  for (let i = 0; i < data.length && ascii; i++) ascii = data[i]! < 0x80;
  const buffer = Buffer.from(data.buffer as ArrayBuffer, data.byteOffset, data.length);
  const text = ascii
    ? buffer.latin1Slice(0, data.length)
    : decodeText(data, 'utf-8', rt.dialect === 2 ? 'strict' : 'surrogatepass', null);
  return rt.dialect === 2 ? new PyUnicode(text) : text;
}

/** A `str` of Python 2: bytes or text, as the unpickler was told. */
function oldString(u: Unpickling, data: Uint8Array): Py {
  if (rt.dialect === 2) return Buffer.from(data).toString('latin1');
  const { encoding, errors } = u.hooks;
  const bytes = new PyBytes(data.slice());
  if (encoding === 'bytes') return bytes;
  return call(getAttr(bytes, 'decode'), [encoding, errors]);
}

function loadLine(u: Unpickling, op: number): boolean {
  const { source } = u;
  switch (op) {
    case Op.INT:
      u.push(intLine(source.line()));
      return true;
    case Op.LONG:
      u.push(longLine(source.line()));
      return true;
    case Op.FLOAT:
      u.push(floatLine(source.line()));
      return true;
    case Op.UNICODE: {
      const data = Buffer.from(source.line(), 'latin1');
      const text = decodeText(data, 'raw_unicode_escape', 'strict', null);
      u.push(rt.dialect === 2 ? new PyUnicode(text) : text);
      return true;
    }
    case Op.STRING:
      u.push(stringLine(u, source.line()));
      return true;
    default:
      return false;
  }
}

function intLine(line: string): Py {
  if (line === '01' || line === '00') return line === '01';
  const text = line.trim();
  if (!/^[+-]?\d+$/.test(text)) throw ValueError('could not convert string to int');
  return normalInt(BigInt(text.replace(/^\+/, '')));
}

function longLine(line: string): Py {
  const text = line.replace(/L$/, '').trim();
  if (!/^[+-]?\d+$/.test(text))
    throw ValueError(`invalid literal for ${rt.dialect === 2 ? 'long' : 'int'}() with base 10: '${text}'`);
  const value = BigInt(text.replace(/^\+/, ''));
  return rt.dialect === 2 ? asLong(normalInt(value)) : normalInt(value);
}

function floatLine(line: string): Py {
  const value = floatOrError(line);
  if (typeof value !== 'number') throw ValueError('could not convert string to float');
  return new PyFloat(value);
}

function stringLine(u: Unpickling, line: string): Py {
  const { source } = u;
  const text = rt.dialect === 2 ? line.replace(/\s+$/, '') : line;
  const quote = text[0];
  if (text.length < 2 || (quote !== "'" && quote !== '"') || text[text.length - 1] !== quote) {
    throw source.faults.unquoted();
  }
  return oldString(u, unescape(text.slice(1, -1)));
}

/** The escapes of a Python 2 string literal. */
function unescape(text: string): Uint8Array {
  if (/^(?:[^\\]|\\.)*\\$/s.test(text)) throw ValueError('Trailing \\ in string');
  const plain = text.replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|\n|.)/gs, (_all, escape: string) => {
    const simple: Record<string, string> = {
      n: '\n',
      r: '\r',
      t: '\t',
      a: '\x07',
      b: '\b',
      f: '\f',
      v: '\v',
      '\\': '\\',
      "'": "'",
      '"': '"',
      '\n': '',
    };
    if (escape in simple) return simple[escape]!;
    if (escape[0] === 'x') return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /^[0-7]/.test(escape) ? String.fromCharCode(Number.parseInt(escape, 8) & 0xff) : `\\${escape}`;
  });
  return new Uint8Array(Buffer.from(plain, 'latin1'));
}

function loadBytes(u: Unpickling, op: number): boolean {
  const { source } = u;
  switch (op) {
    case Op.SHORT_BINBYTES:
      u.push(new PyBytes(source.copy(source.u8())));
      return true;
    case Op.BINBYTES:
      u.push(new PyBytes(source.copy(u.little(4))));
      return true;
    case Op.BINBYTES8:
      u.push(new PyBytes(source.copy(u.little(8))));
      return true;
    case Op.BYTEARRAY8:
      u.push(new PyByteArray(source.take(u.little(8)).slice()));
      return true;
    case Op.NEXT_BUFFER:
      u.push(nextBuffer(u));
      return true;
    case Op.READONLY_BUFFER: {
      const buffer = u.pop();
      const view = memoryView(buffer);
      u.push(bufferInfo(view)!.readonly ? buffer : special(view, 'toreadonly')!(view));
      return true;
    }
    default:
      return false;
  }
}

function nextBuffer(u: Unpickling): Py {
  const { buffers } = u.hooks;
  if (buffers === null) {
    throw UnpicklingError('pickle stream refers to out-of-band data but no *buffers* argument was given');
  }
  const next = iterate(buffers).nx();
  if (next === undefined) throw UnpicklingError('not enough out-of-band buffers');
  return next;
}

/** The content of an array as bytes and as text. */
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyUnicode } from '../../object/values.js';
import { cpCodes } from '../../text/codePoints.js';
import { PyArray } from './array.js';
import { characterOf } from './kinds.js';

/** Is it a type code of text? */
export const isText = (code: string): boolean => code === 'u' || code === 'w';
/** The text of an object that may fill an array of text. */
export const textOf = (o: Py): string | undefined =>
  o instanceof PyUnicode ? o.value : rt.dialect === 3 ? strValue(o) : undefined;

/** The type code in an argument. Throws TypeError. */
export function typeCode(code: Py): string {
  const text = strValue(code) ?? (code instanceof PyUnicode ? code.value : undefined);
  if (text === undefined || text.length !== 1) {
    throw TypeError(
      rt.dialect === 2
        ? 'array() argument 1 must be char, not ' + typeOf(code).name
        : `array() argument 1 must be a unicode character, not ${typeOf(code).name}`,
    );
  }
  return text;
}

/** Appends the code points of a text. */
export function addText(self: PyArray, text: string): void {
  self.appendBytes(new Uint8Array(Uint32Array.from(cpCodes(text)).buffer));
}

/** Appends items from their bytes. Throws ValueError where they do not come out even. */
export function fromBytes(self: PyArray, bytes: Uint8Array): void {
  if (bytes.length % self.kind.itemsize !== 0) {
    throw ValueError(
      rt.dialect === 2 ? 'string length not a multiple of item size' : 'bytes length not a multiple of item size',
    );
  }
  self.appendBytes(bytes);
}

/** The items as text. */
export function arrayText(self: PyArray): Py {
  let all = '';
  for (let i = 0; i < self.length; i++) all += characterOf(Number(self.cells[i]));
  return rt.dialect === 2 ? new PyUnicode(all) : all;
}

/** Turns the byte order of every item. */
export function byteSwap(self: PyArray): null {
  const { itemsize } = self.kind;
  const { bytes } = self;
  for (let at = 0; at < bytes.length; at += itemsize) bytes.subarray(at, at + itemsize).reverse();
  return null;
}

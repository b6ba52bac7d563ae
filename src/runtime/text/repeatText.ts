/** Repetition of strings within what V8 can hold. */
import { TextError } from './error.js';

/** The longest string V8 can make, in UTF-16 units. */
export const MAX_STRING_LENGTH = 2 ** 29 - 24;

/** `text * count`; a negative count gives ''. MemoryError if the result would be too long for any string. */
export function repeatText(text: string, count: number): string {
  if (count <= 0) return '';
  if (text.length * count > MAX_STRING_LENGTH) throw new TextError('MemoryError', '');
  return text.repeat(count);
}

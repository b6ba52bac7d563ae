/** Texts that patterns are made of and searched in: Python's strings and bytes as the engine's JavaScript strings. */
import { bufferOrUndefined, fromLatin1, toLatin1 } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { asIndex, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyUnicode } from '../../object/values.js';
import { cpIndexToUnit, cpLength, unitToCpIndex } from '../../text/codePoints.js';

export interface Subject {
  readonly text: string;
  /** bytes (in Python 2: str and buffers): one character a byte. */
  readonly isBytes: boolean;
  /** A part of the text, as an object of the subject's type. */
  readonly wrap: (part: string) => Py;
}

const asStr = (part: string): Py => part;
const asBytes = (part: string): Py => new PyBytes(fromLatin1(part));
const asUnicode = (part: string): Py => new PyUnicode(part);

/** The text of a string or bytes-like object, or undefined. */
export function subjectOf(o: Py): Subject | undefined {
  if (typeof o === 'string') return { text: o, isBytes: rt.dialect === 2, wrap: asStr };
  if (o instanceof PyUnicode) return { text: o.value, isBytes: false, wrap: asUnicode };
  const text = strValue(o);
  if (text !== undefined) return { text, isBytes: rt.dialect === 2, wrap: asStr };
  const bytes = bufferOrUndefined(o);
  if (bytes === undefined) return undefined;
  return { text: toLatin1(bytes), isBytes: true, wrap: rt.dialect === 2 ? asStr : asBytes };
}

/** What a pattern is searched in. Python 3: it must be of the pattern's kind. */
export function searchable(o: Py, patternIsBytes: boolean): Subject {
  const subject = subjectOf(o);
  if (rt.dialect === 2) {
    if (subject === undefined) throw TypeError('expected string or buffer');
    return subject;
  }
  if (subject === undefined) throw TypeError(`expected string or bytes-like object, got '${typeOf(o).name}'`);
  if (subject.isBytes === patternIsBytes) return subject;
  throw TypeError(
    patternIsBytes
      ? 'cannot use a bytes pattern on a string-like object'
      : 'cannot use a string pattern on a bytes-like object',
  );
}

/** Length in Python's characters. */
export const subjectLength = (s: Subject): number => (s.isBytes ? s.text.length : cpLength(s.text));

/** Offsets of the engine as Python counts them; -1 stays. */
export const toPython = (s: Subject, unit: number): number =>
  s.isBytes || unit <= 0 ? unit : unitToCpIndex(s.text, unit);

/** `pos` and `endpos` as offsets of the engine. */
export function bounds(s: Subject, pos: Py, endpos: Py): { from: number; to: number } {
  if (pos === undefined && endpos === undefined) return { from: 0, to: s.text.length };
  const length = subjectLength(s);
  const clip = (value: Py, fallback: number): number => {
    if (value === undefined) return fallback;
    const n = asIndex(value);
    return n < 0 ? 0 : n > length ? length : Number(n);
  };
  const to = clip(endpos, length);
  const from = clip(pos, 0);
  return s.isBytes ? { from, to } : { from: cpIndexToUnit(s.text, from), to: cpIndexToUnit(s.text, to) };
}

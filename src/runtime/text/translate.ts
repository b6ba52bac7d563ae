/**
 * `str.translate`.
 * Spec: https://docs.python.org/3/library/stdtypes.html#str.translate
 */
import { valueError } from './error.js';
import { unitAt } from './units.js';

/** What a translation table gives for a code point: a text, a code point, null to delete, undefined to keep. */
export type Translation = string | number | null | undefined;

/** What ends up in a text at once; longer arrays are too many arguments for a call. */
const CHUNK = 4096;
/** The first characters, which V8 holds as bytes, are most of nearly every text. */
const LOW = 256;
/** In a shorter text there is little to be remembered. */
const SHORT = 64;

/** Tells at once of a text that V8 holds as bytes. */
const BEYOND_LATIN1 = /[^\0-\xff]/;

const UNKNOWN = -1;
const DELETED = -2;
const OTHER = -3;

/** What has been asked for: each different character once. */
class Known {
  /** For the first characters: the byte that they become, or one of the above. */
  readonly low = new Int16Array(LOW).fill(UNKNOWN);
  readonly #texts = new Map<number, string>();
  constructor(private readonly lookup: (code: number) => Translation) {}

  text(code: number): string {
    let text = this.#texts.get(code);
    if (text === undefined) {
      text = translated(String.fromCodePoint(code), this.lookup(code));
      this.#texts.set(code, text);
      if (code < LOW) this.low[code] = text === '' ? DELETED : text.length === 1 ? asByte(unitAt(text, 0)) : OTHER;
    }
    return text;
  }

  /** The same as a byte. */
  byte(unit: number): number {
    if (unit >= LOW) return OTHER;
    this.text(unit);
    return this.low[unit]!;
  }
}

const asByte = (unit: number): number => (unit < 256 ? unit : OTHER);

/**
 * `s.translate(table)`; `lookup` is asked once for each different character, unless nobody can notice (`isPlain`). ValueError for a
 * number beyond Unicode.
 */
export function translate(s: string, lookup: (code: number) => Translation, isPlain = false): string {
  if (isPlain && s.length <= SHORT) return translateShort(s, lookup);
  const known = new Known(lookup);
  const { low } = known;
  const end = s.length;
  if (BEYOND_LATIN1.test(s)) return translateFrom(s, 0, known);
  const bytes = Buffer.from(s, 'latin1');
  let size = 0;
  for (let i = 0; i < end; i++) {
    let to = low[bytes[i]!]!;
    if (to === UNKNOWN) to = known.byte(bytes[i]!);
    if (to >= 0) bytes[size++] = to;
    else if (to === OTHER) return bytes.latin1Slice(0, size) + translateFrom(s, i, known);
  }
  return bytes.latin1Slice(0, size);
}

/** What is left of a text in which there are other characters than the first. */
function translateFrom(s: string, start: number, known: Known): string {
  const units: number[] = [];
  let result = '';
  for (let i = start, end = s.length; i < end; i++) {
    const unit = unitAt(s, i);
    let byte = unit < LOW ? known.low[unit]! : OTHER;
    if (byte === UNKNOWN) byte = known.byte(unit);
    if (byte >= 0) units.push(byte);
    else {
      const code = s.codePointAt(i)!;
      if (code > 0xffff) i++;
      const text = known.text(code);
      for (let k = 0, size = text.length; k < size; k++) units.push(unitAt(text, k));
    }
    if (units.length >= CHUNK) {
      result += String.fromCharCode.apply(null, units);
      units.length = 0;
    }
  }
  return result + String.fromCharCode.apply(null, units);
}

function translateShort(s: string, lookup: (code: number) => Translation): string {
  let result = '';
  let kept = 0;
  for (let i = 0; i < s.length; ) {
    const code = s.codePointAt(i)!;
    const next = code > 0xffff ? i + 2 : i + 1;
    const to = lookup(code);
    if (to !== undefined) {
      if (i > kept) result += s.slice(kept, i);
      result += translated('', to);
      kept = next;
    }
    i = next;
  }
  return kept === 0 ? s : result + s.slice(kept);
}

function translated(c: string, to: Translation): string {
  if (to === undefined) return c;
  if (to === null) return '';
  if (typeof to === 'string') return to;
  if (to < 0 || to > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(to);
}

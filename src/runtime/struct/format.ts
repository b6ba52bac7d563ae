/**
 * Format strings of the `struct` module.
 *
 * Spec: https://docs.python.org/3/library/struct.html#format-strings
 */
import { StructError } from './errors.js';

/** How the bytes of a field are read and written. */
export type FieldKind = 'char' | 'int' | 'uint' | 'pointer' | 'bool' | 'half' | 'float' | 'double' | 'bytes' | 'pascal';

/** One code of a format, with its repeat count. */
export interface Field {
  readonly code: string;
  readonly kind: FieldKind;
  /** Bytes of one item; for `s` and `p` the whole length. */
  readonly size: number;
  /** Offset of the first item. */
  readonly offset: number;
  /** Items side by side; 1 for `s` and `p`. */
  readonly count: number;
}

export interface Format {
  readonly fields: readonly Field[];
  /** Bytes in all; a bigint when it is no safe integer (such a format can only be measured). */
  readonly size: number | bigint;
  /** How many values it packs. */
  readonly valueCount: number;
  readonly littleEndian: boolean;
  /** `@`: the machine's own sizes, and no check whether a float fits into `f`. */
  readonly native: boolean;
}

interface Code {
  readonly kind: FieldKind;
  /** Bytes in the standard modes; 0 where they do not have it. */
  readonly standard: number;
  /** Bytes, and alignment, in native mode (64-bit Linux). */
  readonly native: number;
}

const CODES: ReadonlyMap<string, Code> = new Map<string, Code>([
  ['x', { kind: 'bytes', standard: 1, native: 1 }],
  ['c', { kind: 'char', standard: 1, native: 1 }],
  ['b', { kind: 'int', standard: 1, native: 1 }],
  ['B', { kind: 'uint', standard: 1, native: 1 }],
  ['?', { kind: 'bool', standard: 1, native: 1 }],
  ['h', { kind: 'int', standard: 2, native: 2 }],
  ['H', { kind: 'uint', standard: 2, native: 2 }],
  ['i', { kind: 'int', standard: 4, native: 4 }],
  ['I', { kind: 'uint', standard: 4, native: 4 }],
  ['l', { kind: 'int', standard: 4, native: 8 }],
  ['L', { kind: 'uint', standard: 4, native: 8 }],
  ['q', { kind: 'int', standard: 8, native: 8 }],
  ['Q', { kind: 'uint', standard: 8, native: 8 }],
  ['n', { kind: 'int', standard: 0, native: 8 }],
  ['N', { kind: 'uint', standard: 0, native: 8 }],
  ['P', { kind: 'pointer', standard: 0, native: 8 }],
  ['e', { kind: 'half', standard: 2, native: 2 }],
  ['f', { kind: 'float', standard: 4, native: 4 }],
  ['d', { kind: 'double', standard: 8, native: 8 }],
  ['s', { kind: 'bytes', standard: 1, native: 1 }],
  ['p', { kind: 'pascal', standard: 1, native: 1 }],
]);

const MISSING_IN_2 = 'nNe';
const MAX_SIZE = 2n ** 63n - 1n;

/**
 * Parses `text`.
 *
 * Errors: {@link StructError}, with CPython's text.
 */
export function parseFormat(text: string, dialect: 2 | 3 = 3): Format {
  const order = /^[@=<>!]/.test(text) ? text[0]! : '@';
  const native = order === '@';
  if (dialect === 3 && text.includes('\0')) throw new StructError('error', 'embedded null character');
  const fields: Field[] = [];
  let size = 0n;
  let valueCount = 0;
  // Python 2 reads its formats as C does: a null character ends them.
  const codes = text.split('\0', 1)[0]!;
  for (const { code, count } of tokens(codes, text[0] === order ? 1 : 0, dialect)) {
    const known = CODES.get(code);
    const bytes = known && (native ? known.native : known.standard);
    if (!known || !bytes || (dialect === 2 && MISSING_IN_2.includes(code))) {
      throw new StructError('error', 'bad char in struct format');
    }
    const unit = BigInt(bytes);
    if (native) size = ((size + unit - 1n) / unit) * unit;
    const offset = size;
    size += unit * count;
    if (size > MAX_SIZE) throw new StructError('error', 'total struct size too long');
    if (code === 'x' || count > BigInt(Number.MAX_SAFE_INTEGER)) continue;
    const isText = code === 's' || code === 'p';
    const items = isText ? 1 : Number(count);
    if (items === 0) continue;
    const length = isText ? Number(count) : bytes;
    fields.push({ code, kind: known.kind, size: length, offset: Number(offset), count: items });
    valueCount += items;
  }
  const isSafe = size <= BigInt(Number.MAX_SAFE_INTEGER);
  const littleEndian = order !== '>' && order !== '!';
  return { fields, size: isSafe ? Number(size) : size, valueCount, littleEndian, native };
}

/** The codes with their counts, from `start` on. */
function* tokens(text: string, start: number, dialect: 2 | 3): Generator<{ code: string; count: bigint }> {
  let i = start;
  while (i < text.length) {
    const char = text[i]!;
    if (/[ \t\n\v\f\r]/.test(char)) {
      i += 1;
      continue;
    }
    const digits = /^[0-9]*/.exec(text.slice(i))![0];
    i += digits.length;
    const count = digits === '' ? 1n : BigInt(digits);
    if (count > MAX_SIZE) throw new StructError('error', 'total struct size too long');
    if (i >= text.length) {
      if (dialect === 2) return;
      throw new StructError('error', 'repeat count given without format specifier');
    }
    yield { code: text[i]!, count };
    i += 1;
  }
}

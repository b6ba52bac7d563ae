/** Which integers fit into a field, and what CPython says of the others. */
import { StructError } from './errors.js';
import type { Field, FieldKind } from './format.js';

const LONG_MIN = -(2n ** 63n);
const ULONG_MAX = 2n ** 64n - 1n;
const LONG_MAX = 2n ** 63n - 1n;

/** Throws unless `int` fits into `field`. */
export function checkRange(int: number | bigint, field: Field, littleEndian: boolean, dialect: 2 | 3): void {
  const { code, kind, size } = field;
  if (typeof int === 'number' && fitsNumber(int, kind, size)) return;
  if (kind === 'pointer') {
    if (int >= LONG_MIN && int <= ULONG_MAX) return;
    if (dialect === 3) throw new StructError('error', 'int too large to convert');
    const what = int < 0 ? 'Python int too large to convert to C long' : 'long int too large to convert';
    throw new StructError('OverflowError', what);
  }
  const isSigned = kind === 'int';
  const bits = BigInt(8 * size);
  const min = isSigned ? -(1n << (bits - 1n)) : 0n;
  const max = isSigned ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  if (int >= min && int <= max) return;
  const message = dialect === 2 ? message2(int, field, littleEndian, min, max) : rangeMessage(code, min, max);
  throw new StructError('error', message);
}

/** How many values a field of 1, 2 or 4 bytes has. */
const SPANS = [0, 256, 65536, 0, 4294967296];

/** The common case, without a bigint. */
function fitsNumber(int: number, kind: FieldKind, size: number): boolean {
  if (size === 8) return kind !== 'uint' || int >= 0;
  const span = SPANS[size]!;
  return kind === 'uint' ? int >= 0 && int < span : int >= -span / 2 && int < span / 2;
}

function rangeMessage(code: string, min: bigint, max: bigint): string {
  return `'${code}' format requires ${min} <= number <= ${max}`;
}

const SMALL_MESSAGES_2: Readonly<Record<string, string>> = {
  b: 'byte format requires -128 <= number <= 127',
  B: 'ubyte format requires 0 <= number <= 255',
  h: 'short format requires SHRT_MIN <= number <= SHRT_MAX',
  H: 'ushort format requires 0 <= number <= USHRT_MAX',
};

/** Python 2.7 first converts to a C long (for most unsigned codes: an unsigned one), then compares. */
function message2(
  int: number | bigint,
  { code, size }: Field,
  littleEndian: boolean,
  min: bigint,
  max: bigint,
): string {
  const isUnsigned = min === 0n && (size >= 4 || (size === 2 && !littleEndian));
  const fitsLong = isUnsigned ? int >= 0 && int <= ULONG_MAX : int >= LONG_MIN && int <= LONG_MAX;
  if (!fitsLong || size === 8) return `integer out of range for '${code}' format code`;
  // Its own words are those of the machine's byte order.
  const words = size === 1 || littleEndian ? SMALL_MESSAGES_2[code] : undefined;
  return words ?? rangeMessage(code, min, max);
}

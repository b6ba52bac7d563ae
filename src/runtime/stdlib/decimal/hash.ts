import { moduleState } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { hashOf, identityHash } from '../../object/hash.js';
import { normalInt } from '../../object/number.js';
import { big, pow10 } from './number.js';
import type { PyDecimal } from './decimal.js';

const MODULUS = (1n << 61n) - 1n;
const INFINITY_HASH = 314159;
/** The inverse of 10 modulo the prime that hashes of numbers are taken by. */
const inverse10 = () => moduleState('decimal inverse', () => ({ value: powerMod(10n, MODULUS - 2n) })).value;

function powerMod(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % MODULUS;
  for (let n = exponent; n > 0n; n >>= 1n) {
    if (n & 1n) result = (result * square) % MODULUS;
    square = (square * square) % MODULUS;
  }
  return result;
}

/** `hash(d)`: that of the int, float or Fraction of the same value. */
export function intHash(self: PyDecimal): number | bigint {
  const { value } = self;
  if (value.kind === 'snan') throw TypeError('Cannot hash a signaling NaN value');
  if (value.kind === 'nan') return identityHash(self);
  if (value.kind === 'infinite') return value.sign === 1 ? -INFINITY_HASH : INFINITY_HASH;
  if (value.exponent >= 0 && value.exponent < 40)
    return hashOf(normalInt((value.sign === 1 ? -1n : 1n) * big(value) * pow10(value.exponent)));
  const power =
    value.exponent >= 0 ? powerMod(10n, BigInt(value.exponent)) : powerMod(inverse10(), BigInt(-value.exponent));
  const hash = (big(value) * power) % MODULUS;
  const signed = value.sign === 1 ? -hash : hash;
  return normalInt(signed === -1n ? -2n : signed);
}

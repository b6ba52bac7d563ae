/** Python 2's arrays of unsigned ints, whose items are longs. */
import { wordArg2 } from '../../builtins/args2.js';
import { asLong, isLong } from '../../builtins/long2.js';
import { OverflowError } from '../../object/errors.js';
import { intValue, normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Kind } from './kinds.js';

const LARGEST = 0xffffffffffffffffn;

/** An int or long from 0 to `high`. What is no long is taken as a C long first, and has messages of its own. */
function unsigned(value: Py, name: string, high: bigint): bigint {
  const isOfLong = isLong(value);
  const n = BigInt(isOfLong ? intValue(value)! : wordArg2(value));
  if (n < 0n)
    throw OverflowError(isOfLong ? "can't convert negative value to unsigned long" : `${name} is less than minimum`);
  if (n > LARGEST) throw OverflowError('long int too large to convert');
  if (n > high) throw OverflowError(`${name} is greater than maximum`);
  return n;
}

export const UNSIGNED_2: readonly Kind[] = [
  {
    code: 'I',
    format: 'I',
    itemsize: 4,
    make: (b) => new Uint32Array(b),
    store: (value) => Number(unsigned(value, 'unsigned int', 0xffffffffn)),
    load: (cell) => asLong(cell),
  },
  {
    code: 'L',
    format: 'L',
    itemsize: 8,
    make: (b) => new BigUint64Array(b),
    store: (value) => unsigned(value, 'unsigned long', LARGEST),
    load: (cell) => asLong(normalInt(cell as bigint)),
  },
];

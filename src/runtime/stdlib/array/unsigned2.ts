/** Python 2's arrays of unsigned ints, whose items are longs. */
import { wordArg2 } from '../../builtins/args2.js';
import { asLong, isLong } from '../../builtins/long2.js';
import { OverflowError } from '../../object/errors.js';
import { intValue, normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { type Kind, makeKind } from './kind.js';

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

/** The kind of such items, by the code of their type; undefined for others. */
export function unsigned2(code: string): Kind | undefined {
  if (code === 'I') {
    const store = (value: Py) => Number(unsigned(value, 'unsigned int', 0xffffffffn));
    return makeKind(
      code,
      (n) => new Uint32Array(n),
      store,
      (cell) => asLong(cell),
    );
  }
  if (code !== 'L') return undefined;
  const store = (value: Py) => unsigned(value, 'unsigned long', LARGEST);
  return makeKind(
    code,
    (n) => new BigUint64Array(n),
    store,
    (cell) => asLong(normalInt(cell as bigint)),
  );
}

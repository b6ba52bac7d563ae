/** `_sha3`: constructors under the names that the library imports when it wants one hash only. */
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { newHash } from './_hashlib.js';

const NAMES = ['sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'];

export default (): Record<string, Py> =>
  Object.fromEntries(
    NAMES.map((name) => [name, fn("(string=b'', *, usedforsecurity=True)", (data: Py) => newHash(name, data))]),
  );

/** `_sha1`: constructors under the names that the library imports when it wants one hash only. */
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { newHash } from './_hashlib.js';

const NAMES = ['sha1'];

export default (): Record<string, Py> =>
  Object.fromEntries(
    NAMES.map((name) => [name, fn("(string=b'', *, usedforsecurity=True)", (data: Py) => newHash(name, data))]),
  );

/**
 * `future_builtins`: Python 3's forms of some built-in functions.
 * Spec: https://docs.python.org/2.7/library/future_builtins.html
 */
import { filter } from '../../builtins/filter.js';
import { map } from '../../builtins/map.js';
import { hex, oct } from '../../builtins/numeric.js';
import { ascii } from '../../builtins/textFunctions.js';
import { zip } from '../../builtins/zip.js';
import type { Py } from '../../object/object.js';

export default (): Record<string, Py> => ({ ascii, filter, hex, map, oct, zip });

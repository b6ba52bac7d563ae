/**
 * The `math` module of both dialects.
 *
 * The elementary functions are those of `runtime/libm`, which give the last digit as the C library does.
 * Spec: https://docs.python.org/3/library/math.html
 */
import type { Py } from '../object/object.js';
import { PyFloat } from '../object/values.js';
import { freshNaN } from '../text/nan.js';
import { elementaryMembers } from './math/elementary.js';
import { integerMembers } from './math/integers.js';
import { partsMembers } from './math/parts.js';
import { specialMembers } from './math/special.js';
import { sumMembers } from './math/sums.js';

export default (): Record<string, Py> => ({
  __doc__: 'Functions of real numbers, as the C standard defines them.',
  ...elementaryMembers(),
  ...partsMembers(),
  ...integerMembers(),
  ...sumMembers(),
  ...specialMembers(),
  pi: new PyFloat(Math.PI),
  e: new PyFloat(Math.E),
  tau: new PyFloat(2 * Math.PI),
  inf: new PyFloat(Infinity),
  nan: new PyFloat(freshNaN()),
});

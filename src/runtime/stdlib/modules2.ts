/** Library modules that Python 2 programs get in place of the library's, by name. */
import type { Py } from '../object/object.js';
import _signal from './_signal.js';

export const modules2: Record<string, () => Record<string, Py>> = {
  signal: _signal,
};

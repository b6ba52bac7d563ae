/** Library modules that Python 2 programs get in place of the library's, by name. */
import type { Py } from '../object/object.js';
import _signal from './_signal.js';
import copy2 from './copy2.js';
import copyreg from './copyreg.js';
import pickle2 from './pickle2.js';

export const modules2: Record<string, () => Record<string, Py>> = {
  cPickle: pickle2,
  copy: copy2,
  copy_reg: copyreg,
  pickle: pickle2,
  signal: _signal,
};

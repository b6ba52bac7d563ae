/** Library modules that Python 2 programs get in place of the library's, by name. */
import type { Py } from '../object/object.js';
import _signal from './_signal.js';
import copy2 from './copy2.js';
import copyreg from './copyreg.js';
import { exceptionsModule } from './builtins.js';
import pickle2 from './pickle2.js';
import futureBuiltins from './python2/futureBuiltins.js';
import { twins } from './python2/twins.js';
import thread from './python2/thread.js';

export const modules2: Record<string, () => Record<string, Py>> = {
  ...twins,
  cPickle: pickle2,
  copy: copy2,
  copy_reg: copyreg,
  exceptions: exceptionsModule,
  future_builtins: futureBuiltins,
  pickle: pickle2,
  signal: _signal,
  thread,
};

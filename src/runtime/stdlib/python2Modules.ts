/** Library modules that Python 2 programs get in place of the library's, by name. */
import _signal from './_signal.js';
import copy2 from './copy2.js';
import copyreg from './copyreg.js';
import { exceptionsModule } from './builtins.js';
import pickle2, { cPickle } from './pickle2.js';
import type { PYTHON2 } from './moduleNames.js';
import type { ModuleMaker } from './moduleTable.js';
import cStringIO from './python2/cStringIO.js';
import futureBuiltins from './python2/futureBuiltins.js';
import { twins } from './python2/twins.js';
import thread from './python2/thread.js';

const python2Modules: Record<(typeof PYTHON2)[number], ModuleMaker> = {
  ...twins,
  cPickle,
  cStringIO,
  copy: copy2,
  copy_reg: copyreg,
  exceptions: exceptionsModule,
  future_builtins: futureBuiltins,
  pickle: pickle2,
  signal: _signal,
  thread,
};

export default python2Modules;

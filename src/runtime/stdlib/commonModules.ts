/** Library modules in TypeScript that most programs with processes come to: one line each; the file has the module's own name. */
import _abc from './_abc.js';
import _bisect from './_bisect.js';
import _codecs from './_codecs.js';
import _collections from './_collections.js';
import _contextvars from './_contextvars.js';
import _functools from './_functools.js';
import _heapq from './_heapq.js';
import _imp from './_imp.js';
import _io from './_io.js';
import _operator from './_operator.js';
import _pickle from './_pickle.js';
import _queue from './_queue.js';
import _random from './_random.js';
import _signal from './_signal.js';
import _string from './_string.js';
import _thread from './_thread.js';
import _warnings from './_warnings.js';
import _weakref from './_weakref.js';
import atexit from './atexit.js';
import concurrentProcess from './concurrent/process.js';
import copyreg from './copyreg.js';
import errno from './errno.js';
import gc from './gc.js';
import itertools from './itertools.js';
import math from './math.js';
import { multiprocessingModules } from './multiprocessing/modules.js';
import posix from './posix.js';
import time from './time.js';
import type { COMMON } from './moduleNames.js';
import type { ModuleMaker } from './moduleTable.js';

const commonModules: Record<(typeof COMMON)[number], ModuleMaker> = {
  ...multiprocessingModules,
  'concurrent.futures.process': concurrentProcess,
  _abc,
  _bisect,
  _codecs,
  _collections,
  _contextvars,
  _functools,
  _heapq,
  _imp,
  _io,
  _operator,
  _pickle,
  _queue,
  _random,
  _signal,
  _string,
  _thread,
  _warnings,
  _weakref,
  atexit,
  copyreg,
  errno,
  gc,
  itertools,
  math,
  posix,
  time,
};

export default commonModules;

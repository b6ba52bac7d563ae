/** Library modules in TypeScript, by name. One line each; the file has the module's own name. */
import type { Py } from '../object/object.js';
import _abc from './_abc.js';
import _bisect from './_bisect.js';
import _collections from './_collections.js';
import _functools from './_functools.js';
import _heapq from './_heapq.js';
import _operator from './_operator.js';
import _thread from './_thread.js';
import _weakref from './_weakref.js';
import gc from './gc.js';
import itertools from './itertools.js';
import math from './math.js';
import re from './re.js';

export const modules: Record<string, () => Record<string, Py>> = {
  _abc,
  _bisect,
  _collections,
  _functools,
  _heapq,
  _operator,
  _thread,
  _weakref,
  gc,
  itertools,
  math,
  re,
};

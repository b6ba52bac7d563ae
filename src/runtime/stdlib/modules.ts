/** Library modules in TypeScript, by name. One line each; the file has the module's own name. */
import type { Py } from '../object/object.js';
import _abc from './_abc.js';
import _thread from './_thread.js';
import _weakref from './_weakref.js';
import gc from './gc.js';
import itertools from './itertools.js';
import math from './math.js';

export const modules: Record<string, () => Record<string, Py>> = {
  _abc,
  _thread,
  _weakref,
  gc,
  itertools,
  math,
};

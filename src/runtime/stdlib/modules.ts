/** Library modules in TypeScript, by name. One line each; the file has the module's own name. */
import type { Py } from '../object/object.js';
import _abc from './_abc.js';
import _ast from './_ast.js';
import _bisect from './_bisect.js';
import _blake2 from './_blake2.js';
import _codecs from './_codecs.js';
import _collections from './_collections.js';
import _contextvars from './_contextvars.js';
import _csv from './_csv.js';
import _decimal from './_decimal.js';
import _functools from './_functools.js';
import _hashlib from './_hashlib.js';
import _heapq from './_heapq.js';
import _imp from './_imp.js';
import _io from './_io.js';
import _json from './_json.js';
import _md5 from './_md5.js';
import _opcode from './_opcode.js';
import _operator from './_operator.js';
import _pickle from './_pickle.js';
import _posixsubprocess from './_posixsubprocess.js';
import _posixshmem from './_posixshmem.js';
import _queue from './_queue.js';
import _random from './_random.js';
import _sha1 from './_sha1.js';
import _sha2 from './_sha2.js';
import _sha3 from './_sha3.js';
import _signal from './_signal.js';
import _socket from './_socket.js';
import _string from './_string.js';
import _struct from './_struct.js';
import _sysconfigdata from './_sysconfigdata.js';
import _thread from './_thread.js';
import _tokenize from './_tokenize.js';
import _typing from './_typing.js';
import _weakref from './_weakref.js';
import array from './array.js';
import atexit from './atexit.js';
import binascii from './binascii.js';
import cmath from './cmath.js';
import concurrentProcess from './concurrent/process.js';
import copyreg from './copyreg.js';
import ctypes from './ctypes/index.js';
import dis from './dis.js';
import errno from './errno.js';
import fcntl from './fcntl.js';
import gc from './gc.js';
import grp from './grp.js';
import importlibBootstrap from './importlib/bootstrap.js';
import importlibExternal from './importlib/external.js';
import itertools from './itertools.js';
import marshal from './marshal.js';
import math from './math.js';
import mmap from './mmap/index.js';
import { multiprocessingModules } from './multiprocessing/modules.js';
import posix from './posix.js';
import pwd from './pwd.js';
import re from './re.js';
import resource from './resource.js';
import select from './select.js';
import time from './time.js';
import unicodedata from './unicodedata.js';
import zlib from './zlib.js';

export const modules: Record<string, () => Record<string, Py>> = {
  'concurrent.futures.process': concurrentProcess,
  ...multiprocessingModules,
  _abc,
  _ast,
  _bisect,
  _blake2,
  _codecs,
  _collections,
  _contextvars,
  _csv,
  _decimal,
  _frozen_importlib: importlibBootstrap,
  _frozen_importlib_external: importlibExternal,
  _functools,
  _hashlib,
  _heapq,
  _imp,
  _io,
  _json,
  _md5,
  _opcode,
  _operator,
  _pickle,
  _posixsubprocess,
  _posixshmem,
  _queue,
  _random,
  _sha1,
  _sha2,
  _sha3,
  _signal,
  _socket,
  _string,
  _struct,
  '_sysconfigdata__linux_x86_64-linux-gnu': _sysconfigdata,
  _thread,
  _tokenize,
  _typing,
  _weakref,
  array,
  atexit,
  binascii,
  cmath,
  copyreg,
  ctypes,
  dis,
  errno,
  fcntl,
  gc,
  grp,
  itertools,
  marshal,
  math,
  mmap,
  posix,
  pwd,
  re,
  resource,
  select,
  time,
  unicodedata,
  zlib,
};

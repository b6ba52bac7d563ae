/** The other library modules in TypeScript: one line each; the file has the module's own name. */
import _ast from './_ast.js';
import _asyncio from './_asyncio.js';
import _blake2 from './_blake2.js';
import _bz2 from './_bz2.js';
import _csv from './_csv.js';
import _decimal from './_decimal.js';
import _elementtree from './_elementtree.js';
import _hashlib from './_hashlib.js';
import _json from './_json.js';
import _lsprof from './_lsprof.js';
import _md5 from './_md5.js';
import _opcode from './_opcode.js';
import _posixshmem from './_posixshmem.js';
import _posixsubprocess from './_posixsubprocess.js';
import _sha1 from './_sha1.js';
import _sha2 from './_sha2.js';
import _sha3 from './_sha3.js';
import _socket from './_socket.js';
import _statistics from './_statistics.js';
import _struct from './_struct.js';
import _sysconfigdata from './_sysconfigdata.js';
import _tokenize from './_tokenize.js';
import _tracemalloc from './_tracemalloc.js';
import _typing from './_typing.js';
import array from './array.js';
import binascii from './binascii.js';
import cmath from './cmath.js';
import ctypes from './ctypes/index.js';
import dis from './dis.js';
import fcntl from './fcntl.js';
import grp from './grp.js';
import importlibBootstrap from './importlib/bootstrap.js';
import importlibExternal from './importlib/external.js';
import marshal from './marshal.js';
import mmap from './mmap/index.js';
import pwd from './pwd.js';
import pyexpat from './pyexpat.js';
import re from './re.js';
import resource from './resource.js';
import select from './select.js';
import termios from './termios.js';
import unicodedata from './unicodedata.js';
import zlib from './zlib.js';
import type { OTHER } from './moduleNames.js';
import type { ModuleMaker } from './moduleTable.js';

const otherModules: Record<(typeof OTHER)[number], ModuleMaker> = {
  _ast,
  _asyncio,
  _blake2,
  _bz2,
  _csv,
  _decimal,
  _elementtree,
  _frozen_importlib: importlibBootstrap,
  _frozen_importlib_external: importlibExternal,
  _hashlib,
  _json,
  _lsprof,
  _md5,
  _opcode,
  _posixsubprocess,
  _posixshmem,
  _sha1,
  _sha2,
  _sha3,
  _socket,
  _statistics,
  _struct,
  '_sysconfigdata__linux_x86_64-linux-gnu': _sysconfigdata,
  _tokenize,
  _tracemalloc,
  _typing,
  array,
  binascii,
  cmath,
  ctypes,
  dis,
  fcntl,
  grp,
  marshal,
  mmap,
  pwd,
  pyexpat,
  re,
  resource,
  select,
  termios,
  unicodedata,
  zlib,
};

export default otherModules;

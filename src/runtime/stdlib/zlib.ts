/**
 * `zlib`, on Node's own.
 * Spec: https://docs.python.org/3/library/zlib.html
 */
import { constants, type ZlibOptions } from 'node:zlib';
import { bytesResult } from '../io/values.js';
import { bufferOf } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { EOFError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { asSize, intValue } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { adler32, checksum, pythonCrc32 } from './binascii/checksums.js';
import { errorType } from './errorType.js';
import { declareType } from './moduleTypes.js';
import { type Decompressor, decompressorFor } from './zlib/container.js';
import { ZlibFailure } from './zlib/handles.js';
import { Deflater } from './zlib/stream.js';

const error = () => errorType('zlib.error');
const NOTHING = new Uint8Array(0);

/** Runs zlib, raising its failures: "Error -3 while decompressing data: incorrect header check". */
function guarded<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (failure) {
    if (failure instanceof ZlibFailure) {
      // zlib has no text for a dictionary that is missing, Node has.
      const message = failure.code === constants.Z_NEED_DICT ? '' : `: ${failure.message}`;
      throw error()(`Error ${failure.code} while ${what}${message}`);
    }
    if ((failure as { code?: string })?.code === 'ERR_OUT_OF_RANGE') throw ValueError('Invalid initialization option');
    throw failure;
  }
}

const number = (o: Py, fallback: number): number => (o === undefined ? fallback : asSize(o));

function checkWbits(wbits: number): void {
  const size = wbits < 0 ? -wbits : wbits > 31 ? wbits - 32 : wbits > 15 ? wbits - 16 : wbits;
  if (size > 15 || (size < 8 && size !== 0)) throw ValueError('Invalid initialization option');
}

const dictionary = (zdict: Py): ZlibOptions =>
  zdict === undefined || zdict === null ? {} : { dictionary: Buffer.from(bufferOf(zdict)) };

function compressed(bytes: Uint8Array, level: number, wbits: number): Uint8Array {
  return new Deflater(wbits, { level }).deflate(bytes, constants.Z_FINISH);
}

function decompressed(bytes: Uint8Array, wbits: number): Uint8Array {
  const stream = decompressorFor(wbits, {});
  const result = stream.inflate(bytes).data;
  if (!stream.ended) throw new ZlibFailure(-5, 'incomplete or truncated stream');
  return result;
}

function compress(data: Py, level: Py, wbits: Py): Py {
  const bytes = bufferOf(data);
  const n = number(level, -1);
  if (n < -1 || n > 9) throw error()('Bad compression level');
  const bits = number(wbits, 15);
  checkWbits(bits);
  return bytesResult(guarded('compressing data', () => compressed(bytes, n, bits)));
}

function decompress(data: Py, wbits: Py): Py {
  const bytes = bufferOf(data);
  const bits = number(wbits, 15);
  checkWbits(bits);
  return bytesResult(guarded('decompressing data', () => decompressed(bytes, bits)));
}

class PyCompress extends PyObject {
  constructor(readonly deflater: Deflater) {
    super();
  }
}

declareType({
  name: 'Compress',
  module: 'zlib',
  js: PyCompress,
  subclassable: false,
  members: () => ({
    compress: method('(data, /)', (self: PyCompress, data: Py) => {
      const bytes = bufferOf(data);
      if (self.deflater.ended) throw error()('Error -2 while compressing data: inconsistent stream state');
      return bytesResult(guarded('compressing data', () => self.deflater.deflate(bytes, constants.Z_NO_FLUSH)));
    }),
    flush: method('(mode=4, /)', (self: PyCompress, mode: Py) => {
      const n = number(mode, constants.Z_FINISH);
      if (n === constants.Z_NO_FLUSH) return bytesResult(NOTHING);
      if (n < 0 || n > 5 || self.deflater.ended) throw error()('Error -2 while flushing: inconsistent stream state');
      return bytesResult(guarded('flushing', () => self.deflater.deflate(NOTHING, n)));
    }),
  }),
});

/** What messages say is being done. */
const decompressing = () => (rt.dialect === 2 ? 'decompressing' : 'decompressing data');

class PyDecompress extends PyObject {
  unused: Uint8Array = NOTHING;
  tail: Uint8Array = NOTHING;
  /** Nothing may be asked of it any more: it was flushed at the end of its stream. */
  isClosed = false;
  constructor(readonly decompressor: Decompressor) {
    super();
  }
  /** What was left to decompress; a fault in it is nobody's. */
  flush(): Uint8Array {
    try {
      return this.decompressor.ended ? NOTHING : this.decompress(this.tail, -1);
    } catch (failure) {
      if ((failure as Py)?.c$ !== error().type) throw failure;
      return NOTHING;
    } finally {
      this.isClosed = this.decompressor.ended;
    }
  }
  decompress(bytes: Uint8Array, limit: number): Uint8Array {
    if (this.isClosed) throw error()(`Error -2 while ${decompressing()}: inconsistent stream state`);
    if (this.decompressor.ended) {
      this.unused = new Uint8Array(Buffer.concat([this.unused, bytes]));
      this.keepTail(bytes, true);
      return NOTHING;
    }
    const { data, left } = guarded(decompressing(), () => this.decompressor.inflate(bytes, limit));
    const rest = bytes.slice(bytes.length - left);
    const { ended } = this.decompressor;
    this.keepTail(rest, ended);
    if (ended) this.unused = rest;
    return data;
  }
  /** What is behind the end is a tail too, where there was one before. */
  private keepTail(rest: Uint8Array, ended: boolean): void {
    if (!ended || this.tail.length > 0) this.tail = rest;
  }
}

declareType({
  name: 'Decompress',
  module: 'zlib',
  js: PyDecompress,
  subclassable: false,
  members: () => ({
    decompress: method('(data, /, max_length=0)', (self: PyDecompress, data: Py, max: Py) => {
      const limit = number(max, 0);
      if (limit < 0) throw ValueError(`max_length must be ${rt.dialect === 2 ? 'greater than zero' : 'non-negative'}`);
      return bytesResult(self.decompress(bufferOf(data), limit === 0 ? -1 : limit));
    }),
    flush: method('(length=16384, /)', (self: PyDecompress, length: Py) => {
      if (number(length, 1) <= 0) throw ValueError('length must be greater than zero');
      return bytesResult(self.flush());
    }),
    unused_data: getter((self: PyDecompress) => bytesResult(self.unused)),
    unconsumed_tail: getter((self: PyDecompress) => bytesResult(self.tail)),
    // Python 2 has none, but the library asks for it.
    eof: getter((self: PyDecompress) => self.decompressor.ended),
  }),
});

/** What `gzip` reads with: keeps the input that is not used yet. */
class PyZlibDecompressor extends PyObject {
  pending: Uint8Array = NOTHING;
  unused: Uint8Array = NOTHING;
  needsInput = true;
  constructor(readonly decompressor: Decompressor) {
    super();
  }
}

const zlibDecompressor = declareType({
  name: '_ZlibDecompressor',
  module: 'zlib',
  js: PyZlibDecompressor,
  signature: "(wbits=15, zdict=b'')",
  make: (cls, wbits: Py, zdict: Py) => {
    checkWbits(number(wbits, 15));
    return new cls.ctor(decompressorFor(number(wbits, 15), dictionary(zdict)));
  },
  members: () => ({
    decompress: method('(data, max_length=-1)', (self: PyZlibDecompressor, data: Py, max: Py) => {
      if (self.decompressor.ended) throw EOFError('End of stream already reached');
      const given = bufferOf(data);
      const input = self.pending.length === 0 ? given : new Uint8Array(Buffer.concat([self.pending, given]));
      const limit = number(max, -1);
      const { data: made, left } = guarded('decompressing data', () => self.decompressor.inflate(input, limit));
      const rest = input.slice(input.length - left);
      const { ended } = self.decompressor;
      self.pending = ended ? NOTHING : rest;
      self.unused = ended ? rest : NOTHING;
      self.needsInput = !ended && rest.length === 0;
      return bytesResult(made);
    }),
    eof: getter((self: PyZlibDecompressor) => self.decompressor.ended),
    unused_data: getter((self: PyZlibDecompressor) => bytesResult(self.unused)),
    needs_input: getter((self: PyZlibDecompressor) => self.needsInput),
  }),
});

function compressObject(level: Py, method_: Py, wbits: Py, memLevel: Py, strategy: Py, zdict: Py): Py {
  const bits = number(wbits, 15);
  checkWbits(bits);
  if (number(method_, 8) !== 8) throw ValueError('Invalid initialization option');
  const options = {
    level: number(level, -1),
    memLevel: number(memLevel, 8),
    strategy: number(strategy, 0),
    ...dictionary(zdict),
  };
  return guarded('creating compression object', () => new PyCompress(new Deflater(bits, options)));
}

const CONSTANTS = [
  'Z_NO_FLUSH',
  'Z_PARTIAL_FLUSH',
  'Z_SYNC_FLUSH',
  'Z_FULL_FLUSH',
  'Z_FINISH',
  'Z_BLOCK',
  'Z_BEST_SPEED',
  'Z_BEST_COMPRESSION',
  'Z_DEFAULT_COMPRESSION',
  'Z_NO_COMPRESSION',
  'Z_FILTERED',
  'Z_HUFFMAN_ONLY',
  'Z_RLE',
  'Z_FIXED',
  'Z_DEFAULT_STRATEGY',
] as const;

export default (): Record<string, Py> => ({
  error: error().type,
  compress: fn('(data, /, level=-1, wbits=15)', compress),
  decompress: fn('(data, /, wbits=15, bufsize=16384)', decompress),
  compressobj: fn('(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)', compressObject),
  decompressobj: fn("(wbits=15, zdict=b'')", (wbits: Py, zdict: Py) => {
    checkWbits(number(wbits, 15));
    return guarded(
      'creating decompression object',
      () => new PyDecompress(decompressorFor(number(wbits, 15), dictionary(zdict))),
    );
  }),
  _ZlibDecompressor: zlibDecompressor,
  adler32: fn('(data, value=1, /)', (data: Py, start: Py) =>
    checksum(
      adler32(bufferOf(data), start === undefined ? 1 : Number(BigInt.asUintN(32, BigInt(intValue(start) ?? 1)))),
    ),
  ),
  crc32: fn('(data, value=0, /)', pythonCrc32),
  ...Object.fromEntries(CONSTANTS.map((name) => [name, constants[name]])),
  Z_TREES: 6,
  DEFLATED: 8,
  DEF_MEM_LEVEL: 8,
  DEF_BUF_SIZE: 16384,
  MAX_WBITS: 15,
  ZLIB_VERSION: process.versions.zlib?.split('-')[0] ?? '1.2.13',
  ZLIB_RUNTIME_VERSION: process.versions.zlib?.split('-')[0] ?? '1.2.13',
});

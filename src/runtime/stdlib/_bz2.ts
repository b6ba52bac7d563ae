/**
 * `_bz2`, which `bz2` stands on.
 * Spec: https://docs.python.org/3/library/bz2.html
 */
import { bytesResult } from '../io/values.js';
import { bufferOf } from '../object/buffer.js';
import { EOFError, OSError, TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { asSize } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { INVALID } from './bz2/block.js';
import { Decoder } from './bz2/decoder.js';
import { Encoder } from './bz2/encoder.js';
import { declareType } from './moduleTypes.js';

class PyCompressor extends PyObject {
  isFlushed = false;
  constructor(readonly encoder: Encoder) {
    super();
  }
}

const compressorType = declareType({
  name: 'BZ2Compressor',
  module: '_bz2',
  js: PyCompressor,
  signature: '(compresslevel=9, /)',
  make: (cls: PyType, level: Py) => {
    const n = level === undefined ? 9 : asSize(level);
    if (n < 1 || n > 9) throw ValueError('compresslevel must be between 1 and 9');
    return new cls.ctor(new Encoder(n));
  },
  members: () => ({
    compress: method('(data, /)', (self: PyCompressor, data: Py) => {
      if (self.isFlushed) throw ValueError('Compressor has been flushed');
      return bytesResult(self.encoder.add(bufferOf(data)));
    }),
    flush: method('()', (self: PyCompressor) => {
      if (self.isFlushed) throw ValueError('Repeated call to flush()');
      self.isFlushed = true;
      return bytesResult(self.encoder.finish());
    }),
  }),
});

class PyDecompressor extends PyObject {
  readonly decoder = new Decoder();
  /** Decoded, and not asked for yet. */
  private ready: Uint8Array[] = [];

  get isAtEnd(): boolean {
    return this.decoder.ended && this.ready.length === 0;
  }

  needsInput = true;

  decompress(bytes: Uint8Array, limit: number): Uint8Array {
    if (this.isAtEnd) throw EOFError('End of stream already reached');
    this.decoder.push(bytes);
    let size = this.ready.reduce((sum, part) => sum + part.length, 0);
    try {
      while (limit < 0 || size < limit) {
        const block = this.decoder.next();
        if (block === undefined) break;
        this.ready.push(block);
        size += block.length;
      }
    } catch (error) {
      throw error === INVALID ? OSError('Invalid data stream') : error;
    }
    const all = new Uint8Array(Buffer.concat(this.ready));
    const end = limit < 0 ? all.length : Math.min(limit, all.length);
    this.ready = end < all.length ? [all.subarray(end)] : [];
    this.needsInput = !this.decoder.ended && (limit < 0 || end < limit);
    return all.subarray(0, end);
  }
}

const decompressorType = declareType({
  name: 'BZ2Decompressor',
  module: '_bz2',
  js: PyDecompressor,
  make: (cls: PyType, args: Py[]) => {
    if (args.length > 0) throw TypeError('BZ2Decompressor() takes no positional arguments');
    return new cls.ctor();
  },
  members: () => ({
    decompress: method('(data, max_length=-1)', (self: PyDecompressor, data: Py, limit: Py) =>
      bytesResult(self.decompress(bufferOf(data), limit === undefined ? -1 : asSize(limit))),
    ),
    eof: getter((self: PyDecompressor) => self.isAtEnd),
    needs_input: getter((self: PyDecompressor) => self.needsInput),
    unused_data: getter((self: PyDecompressor) => bytesResult(self.decoder.unused)),
  }),
});

export default (): Record<string, Py> => ({ BZ2Compressor: compressorType, BZ2Decompressor: decompressorType });

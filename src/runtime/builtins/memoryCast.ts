/** `memoryview.cast`. */
import { type BufferInfo, byteCount, contiguousStrides, isContiguous } from '../object/buffer.js';
import { TypeError, ValueError } from '../object/errors.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyList, PyTuple } from '../object/values.js';
import { itemFormat } from './memoryItems.js';
import { textArg } from './strArgs.js';

const isByteFormat = (format: string): boolean => /^@?[Bbc]$/.test(format);

/** The same memory with another format, and another shape. */
export function castView(info: BufferInfo, format: Py, shape: Py): BufferInfo {
  const code = textArg(format, "cast() argument 'format'");
  const dimensions = shape === undefined ? undefined : shapeItems(shape);
  if (!isContiguous(info)) throw TypeError('memoryview: casts are restricted to C-contiguous views');
  if (dimensions !== undefined && info.shape.length !== 1 && dimensions.length !== 1) {
    throw TypeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  }
  if ((dimensions !== undefined || info.shape.length !== 1) && info.shape.includes(0)) {
    throw TypeError('memoryview: cannot cast view with zeros in shape or strides');
  }
  const target = itemFormat(code);
  if (target === undefined) {
    throw ValueError(
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!isByteFormat(info.format) && !isByteFormat(code)) {
    throw TypeError('memoryview: cannot cast between two non-byte formats');
  }
  const total = byteCount(info);
  if (total % target.size !== 0) throw TypeError('memoryview: length is not a multiple of itemsize');
  const lengths = dimensions === undefined ? [total / target.size] : shapeOf(dimensions);
  if (lengths.reduce((product, n) => product * n, target.size) !== total) {
    throw TypeError('memoryview: product(shape) * itemsize != buffer size');
  }
  const strides = contiguousStrides(lengths, target.size);
  return { ...info, format: code, itemsize: target.size, shape: lengths, strides };
}

function shapeItems(shape: Py): readonly Py[] {
  if (shape instanceof PyList || shape instanceof PyTuple) return shape.items;
  throw TypeError('shape must be a list or a tuple');
}

function shapeOf(items: readonly Py[]): number[] {
  return items.map((item) => {
    const n = intValue(item);
    if (n === undefined) throw TypeError('memoryview.cast(): elements of shape must be integers');
    if (n <= 0) throw ValueError('memoryview.cast(): elements of shape must be integers > 0');
    return Number(n);
  });
}

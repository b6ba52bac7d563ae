/** Views of memory in forked processes: of the copy of what they are views of, or of the same memory if that is shared. */
import { memoryviewType } from '../builtins/memoryview.js';
import { type Plain, registerShared } from '../codec/shared.js';
import { bufferInfo, PyMemoryView } from '../object/buffer.js';
import { TypeError } from '../object/errors.js';

type ViewData = readonly [number, string, number, readonly number[], readonly number[], boolean];

registerShared(memoryviewType, {
  kind: 'memoryview',
  encode: ({ info }: PyMemoryView, transfer): Plain => {
    if (transfer !== 'fork') throw TypeError("cannot pickle 'memoryview' object");
    if (info === null) return null;
    return [info.offset, info.format, info.itemsize, info.shape, info.strides, info.readonly];
  },
  parts: ({ obj }: PyMemoryView) => [obj],
  decode: (data, [obj]) => {
    const base = data === null ? undefined : bufferInfo(obj);
    if (base === undefined) return new PyMemoryView(obj, null);
    const [offset, format, itemsize, shape, strides, readonly] = data as unknown as ViewData;
    return new PyMemoryView(obj, { ...base, offset, format, itemsize, shape, strides, readonly });
  },
});

/** The opcodes that most of a pickle is made of, in one loop. */
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyFloat, PyList } from '../object/values.js';
import { extend, setItems, shortTuple } from './loadContainers.js';
import { Op } from './opcodes.js';
import { SHORT, type Source } from './source.js';
import type { Unpickling } from './unpickler.js';

/** Runs opcodes as long as they are of these and their bytes are there; the next one is as it was. */
export function runFrequent(u: Unpickling, source: Source): void {
  const { bytes, texts } = source;
  const { memo } = u;
  const { length } = bytes;
  // What would be a `unicode`, or leaves numbers out in the memo, is for others.
  const shortest = rt.dialect === 2 ? SHORT + 1 : 0;
  let { stack } = u;
  let { fence } = u;
  let { at } = source;
  for (; at < length; ) {
    switch (bytes[at]) {
      case Op.BININT1:
        if (at + 2 > length) break;
        stack.push(bytes[at + 1]!);
        at += 2;
        continue;
      case Op.SHORT_BINUNICODE: {
        const size = at + 2 > length ? length : bytes[at + 1]!;
        if (size > SHORT || size < shortest || at + 2 + size > length) break;
        const text = texts.ascii(bytes, at + 2, size);
        if (text === undefined) break;
        stack.push(text);
        at += 2 + size;
        continue;
      }
      case Op.MEMOIZE:
        if (u.sparse || stack.length <= fence) break;
        memo.push(stack[stack.length - 1]);
        at++;
        continue;
      case Op.BINGET: {
        const value: Py = at + 2 > length ? undefined : memo[bytes[at + 1]!];
        if (value === undefined) break;
        stack.push(value);
        at += 2;
        continue;
      }
      case Op.BININT2:
        if (at + 3 > length) break;
        stack.push(bytes[at + 1]! | (bytes[at + 2]! << 8));
        at += 3;
        continue;
      case Op.BININT:
        if (at + 5 > length) break;
        stack.push(bytes[at + 1]! | (bytes[at + 2]! << 8) | (bytes[at + 3]! << 16) | (bytes[at + 4]! << 24));
        at += 5;
        continue;
      case Op.BINFLOAT:
        if (at + 9 > length) break;
        source.at = at + 1;
        stack.push(new PyFloat(source.double()));
        at += 9;
        continue;
      case Op.NONE:
        stack.push(null);
        at++;
        continue;
      case Op.NEWTRUE:
        stack.push(true);
        at++;
        continue;
      case Op.NEWFALSE:
        stack.push(false);
        at++;
        continue;
      case Op.MARK:
        fence = stack.length;
        u.mark();
        at++;
        continue;
      case Op.EMPTY_LIST:
        stack.push(new PyList([]));
        at++;
        continue;
      case Op.EMPTY_DICT:
        stack.push(new PyDict());
        at++;
        continue;
      case Op.TUPLE1:
      case Op.TUPLE2:
      case Op.TUPLE3:
        shortTuple(u, bytes[at]! - Op.TUPLE1 + 1);
        at++;
        continue;
      case Op.APPENDS:
        source.at = at + 1;
        extend(u, u.marked());
        ({ stack, fence } = u);
        at++;
        continue;
      case Op.SETITEMS:
        source.at = at + 1;
        setItems(u);
        ({ stack, fence } = u);
        at++;
        continue;
    }
    break;
  }
  source.at = at;
}

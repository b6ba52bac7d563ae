/** What Python 2 pickles in its own way: byte strings, unicode and long. */
import type { Py } from '../object/object.js';
import { strRepr2 } from '../text/strRepr.js';
import { bigintBytes } from '../codec/writer.js';
import { PyLong, PyUnicode } from '../object/values.js';
import { Op } from './opcodes.js';
import type { Pickling } from './pickler.js';
import { writeText } from './saveBuiltin.js';

/** A `str`: one character a byte. */
export function saveText2(p: Pickling, text: string): void {
  if (p.saveMemoized(text)) return;
  const { out } = p;
  if (!p.isBinary) out.ascii(`S${strRepr2(text)}\n`);
  else if (text.length < 256) out.data(Op.SHORT_BINSTRING, 1, Buffer.from(text, 'latin1'));
  else out.data(Op.BINSTRING, 4, Buffer.from(text, 'latin1'));
  p.memoize(text);
}

/** An int beyond the safe range: an int of a machine word, or a long. */
export function saveLong2(p: Pickling, n: bigint): void {
  p.saveBigInt(n);
}

/** unicode and small longs. Returns whether `o` was one of them. */
export function saveUnicode2(p: Pickling, o: Py): boolean {
  if (o instanceof PyUnicode) {
    writeText(p, o.value);
    p.memoize(o);
    return true;
  }
  if (!(o instanceof PyLong)) return false;
  if (p.protocol < 2) p.out.ascii(`L${o.value}L\n`);
  else {
    const data = bigintBytes(o.value);
    p.out.sized(Op.LONG1, data.length, 1);
    p.out.raw(data);
  }
  return true;
}

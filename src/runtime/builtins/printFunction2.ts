/** Python 2's `print` function, which `from __future__ import print_function` gives. */
import { fileBytes2 } from '../io/file2Type.js';
import { PyFile2 } from '../io/file2.js';
import { findAttr } from '../object/attributes.js';
import { fromLatin1 } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { beforeShowing } from '../object/endings.js';
import { RuntimeError, TypeError } from '../object/errors.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { PyUnicode } from '../object/values.js';
import { direct } from './direct.js';

function show(values: readonly Py[], sep: Py, end: Py, file: Py): null {
  const dest = file ?? findAttr(rt.modules.get('sys'), 'stdout');
  if (dest === undefined) throw RuntimeError('lost sys.stdout');
  if (dest === null) return null;
  const [between, last] = [given(sep, 'sep'), given(end, 'end')];
  const isUnicode = [between, last, ...values].some((text) => text instanceof PyUnicode);
  const plain = (text: string): Py => (isUnicode ? new PyUnicode(text) : text);
  const pieces: Py[] = [];
  for (let i = 0; i < values.length; i++) {
    if (i > 0) pieces.push(between ?? plain(' '));
    pieces.push(values[i]);
  }
  pieces.push(last ?? plain('\n'));
  beforeShowing();
  if (dest instanceof PyFile2 && !dest.c$.isHeap) writePieces(dest, pieces);
  else for (const piece of pieces) callMethod(dest, 'write', piece instanceof PyUnicode ? piece : str(piece));
  return null;
}

/** `sep` or `end`; undefined for the usual one. */
function given(text: Py, name: string): Py {
  if (text === undefined || text === null) return undefined;
  if (text instanceof PyUnicode || strValue(text) !== undefined) return text;
  throw TypeError(`${name} must be None, str or unicode, not ${typeOf(text).name}`);
}

/** What is before a text that cannot be encoded is written. */
function writePieces(file: PyFile2, pieces: readonly Py[]): void {
  file.checkWritable();
  let out = '';
  const flush = () => {
    if (out !== '') file.write(fromLatin1(out));
    out = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string' || typeof piece === 'number') out += piece;
    else {
      flush();
      if (piece instanceof PyUnicode) file.write(fileBytes2(file, piece));
      else out = str(piece);
    }
  }
  flush();
}

export const printFunction2 = direct(
  "(*args, sep=' ', end='\\n', file=None)",
  (...args: Py[]) => show(args, undefined, undefined, undefined),
  show,
  'print',
);

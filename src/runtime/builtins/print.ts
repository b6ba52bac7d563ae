/**
 * `print` of Python 3.
 * Spec: https://docs.python.org/3/library/functions.html#print
 */

import { putLine } from '../io/putLine.js';
import { PyTextIOWrapper } from '../io/textio.js';
import { isUntouched, textIOWrapperType, writeMethod } from '../io/textioType.js';
import { getAttr } from '../object/attributes.js';
import { call1, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { beforeShowing } from '../object/endings.js';
import { ready } from '../object/install.js';
import { RuntimeError, TypeError } from '../object/errors.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { direct } from './direct.js';

/** `sys.stdout` as it is now. RuntimeError when the program deleted it. */
function standardOutput(): Py {
  const sys = rt.modules.get('sys');
  const file = sys.$stdout ?? sys.namespace.get('stdout');
  if (file === undefined) throw RuntimeError('lost sys.stdout');
  return file;
}

/** So many prints to a file whose class nobody has asked for anything, and looking that up each time costs more than its members. */
const WORTH_MEMBERS = 200;

/** A text file of ours whose `write` nobody replaced takes text without a call through Python. */
export function isPlainText(file: Py): file is PyTextIOWrapper {
  if (file instanceof PyTextIOWrapper && (file as Py).m$write === writeMethod) return true;
  if (!isUntouched(file)) return false;
  if (++file.printedUntouched >= WORTH_MEMBERS) ready(textIOWrapperType);
  return true;
}

function printTo(file: Py, args: readonly Py[], sep: string, end: string): void {
  beforeShowing();
  if (isPlainText(file)) {
    file.checkOpen();
    if (putLine(file, args, sep, end)) return;
    for (let i = 0; i < args.length; i++) {
      if (i > 0 && sep !== '') file.write(sep);
      const arg = args[i];
      file.write(typeof arg === 'string' ? arg : str(arg));
    }
    if (end !== '') file.write(end);
    return;
  }
  const write = getAttr(file, 'write');
  for (let i = 0; i < args.length; i++) {
    if (i > 0) call1(write, sep);
    const arg = args[i];
    call1(write, strValue(arg) === undefined ? str(arg) : arg);
  }
  call1(write, end);
}

function option(o: Py, name: string, fallback: string): string {
  if (o === undefined || o === null) return fallback;
  const text = strValue(o);
  if (text === undefined) throw TypeError(`${name} must be None or a string, not ${typeOf(o).name}`);
  return text;
}

export const print = direct(
  "(*args, sep=' ', end='\\n', file=None, flush=False)",
  (...args: Py[]) => {
    const file = standardOutput();
    if (file !== null) printTo(file, args, ' ', '\n');
    return null;
  },
  (args: Py[], sep: Py, end: Py, file: Py, flush: Py) => {
    const target = file === undefined || file === null ? standardOutput() : file;
    if (target === null) return null;
    printTo(target, args, option(sep, 'sep', ' '), option(end, 'end', '\n'));
    if (flush !== undefined && truthy(flush)) callMethod(target, 'flush');
    return null;
  },
  'print',
);

/** What only Python 2's statements need. */
import { fileBytes2 } from '../io/file2Type.js';
import { PyFile2 } from '../io/file2.js';
import { fromLatin1 } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { findAttr, setAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { beforeShowing } from '../object/endings.js';
import { PyBaseException, RuntimeError } from '../object/errors.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { PyTuple, PyUnicode } from '../object/values.js';
import type { Unit } from '../unit.js';
import { execute } from '../execute.js';
import { PyDict } from '../object/table.js';

/** `print >>dest, values`: a space before each value but the first on its line. */
export function print2(dest: Py, values: Py[], newline: boolean): void {
  beforeShowing();
  const file = dest ?? findAttr(rt.modules.get('sys'), 'stdout');
  if (file === undefined) throw RuntimeError('lost sys.stdout');
  if (file === null) return;
  if (file instanceof PyFile2 && !file.c$.isHeap) printTo(file, values, newline);
  else printToObject(file, values, newline);
}

/** What is printed on a file goes to it in one piece, unless making the texts prints something itself. */
function printTo(file: PyFile2, values: Py[], newline: boolean): void {
  file.checkWritable();
  let out = '';
  for (const value of values) {
    if (file.softspace !== 0) out += ' ';
    file.softspace = 0;
    if (typeof value === 'string' || typeof value === 'number') {
      out += value;
    } else {
      if (out !== '') file.write(fromLatin1(out));
      out = '';
      if (value instanceof PyUnicode) file.write(fileBytes2(file, value));
      else out = str(value);
    }
    file.softspace = leavesSpace(value) ? 1 : 0;
  }
  if (newline) {
    out += '\n';
    file.softspace = 0;
  }
  if (out !== '') file.write(fromLatin1(out));
}

function printToObject(file: Py, values: Py[], newline: boolean): void {
  for (const value of values) {
    if (wantsSpace(file)) callMethod(file, 'write', ' ');
    const text = value instanceof PyUnicode ? value : str(value);
    callMethod(file, 'write', text);
    if (leavesSpace(value)) setSoft(file, 1);
  }
  if (!newline) return;
  callMethod(file, 'write', '\n');
  setSoft(file, 0);
}

/** Whether a space comes before the next value; from then on it does not. */
function wantsSpace(file: Py): boolean {
  const soft = findAttr(file, 'softspace');
  setSoft(file, 0);
  return soft !== undefined && intValue(soft) !== undefined && intValue(soft) !== 0;
}

/** Files that cannot keep it do without. */
function setSoft(file: Py, value: number): void {
  try {
    setAttr(file, 'softspace', value);
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
  }
}

/** Whether a space comes behind such a value: not behind a text that ends in whitespace other than a space. */
function leavesSpace(value: Py): boolean {
  const text = typeof value === 'string' ? value : value instanceof PyUnicode ? value.value : '';
  return !/[\t-\r]$/.test(text);
}

/** Ends a line of `print` that is still open: when the program has run, or has failed. */
export function endPrintedLine(stdout: Py): void {
  if (stdout === undefined || stdout === null) return;
  try {
    if (wantsSpace(stdout)) callMethod(stdout, 'write', '\n');
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
  }
}

/** `exec code in globals, locals`. */
export function exec2(unit: Unit, code: Py, globals: Py, locals: Py): void {
  if (code instanceof PyTuple) {
    exec2(unit, code.items[0], code.items[1] ?? null, code.items[2] ?? null);
    return;
  }
  execute(
    code,
    globals === null ? unit.globals : globals,
    locals === null ? (globals === null ? unit.locals : null) : locals,
    'exec',
    null,
    unit.future,
  );
}

/** `exec code` in a function: with its variables (name, value, …) and those that earlier ones added; all of them after it. */
export function execInFunction(unit: Unit, code: Py, entries: Py[], added: PyDict | undefined): PyDict {
  const space = added ?? new PyDict();
  for (let i = 0; i < entries.length; i += 2) {
    if (entries[i + 1] === undefined) space.delete(entries[i]);
    else space.set(entries[i], entries[i + 1]);
  }
  if (code instanceof PyTuple) exec2(unit, code, null, null);
  else execute(code, unit.globals, space, 'exec', null, unit.future);
  return space;
}

/** The value of an expression typed at a prompt. */
export function displayHook(value: Py): void {
  callMethod(rt.modules.get('sys'), 'displayhook', value);
}

export { PyDict };

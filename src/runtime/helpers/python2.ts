/** What only Python 2's statements need. */
import { callMethod } from '../object/call.js';
import { findAttr, getAttr, setAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { PyTuple, PyUnicode } from '../object/values.js';
import type { Unit } from '../unit.js';
import { execute } from '../execute.js';
import { PyDict } from '../object/table.js';

/** `print >>dest, values`: a space before each value but the first on its line. */
export function print2(dest: Py, values: Py[], newline: boolean): void {
  const file = dest === null ? getAttr(rt.modules.get('sys'), 'stdout') : dest;
  for (const value of values) {
    const soft = findAttr(file, 'softspace');
    if (soft === 1 || soft === true) callMethod(file, 'write', ' ');
    const text = value instanceof PyUnicode ? value : str(value);
    callMethod(file, 'write', text);
    const plain = typeof text === 'string' ? text : text.value;
    const last = plain.at(-1);
    setAttr(file, 'softspace', last !== undefined && last !== ' ' && /\s/.test(last) ? 0 : 1);
  }
  if (newline) {
    callMethod(file, 'write', '\n');
    setAttr(file, 'softspace', 0);
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
  );
}

/** The value of an expression typed at a prompt. */
export function displayHook(value: Py): void {
  callMethod(rt.modules.get('sys'), 'displayhook', value);
}

export { PyDict };

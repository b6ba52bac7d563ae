/** `sys.excepthook`: what is printed of an exception that nothing caught. */
import { raisedInstance } from '../../builtins/oldStyle2.js';
import { importModule } from '../../import/importFunction.js';
import { findAttr, getAttr } from '../../object/attributes.js';
import { callKw, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { PyBaseException } from '../../object/errors.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { wantsColors } from '../../traceback/colors.js';
import { formatTraceback } from '../../traceback/format.js';
import type { SysOptions } from '../sys.js';

const options = (): SysOptions => rt.state.get('sys options') as SysOptions;

/** The last entries of a traceback, as many as `sys.tracebacklimit` says. */
function lastEntries(tb: Py, limit: number | bigint): Py {
  let depth = 0;
  for (let entry = tb; entry !== null && entry !== undefined; entry = getAttr(entry, 'tb_next')) depth++;
  let entry = limit > 0 ? tb : null;
  for (; entry !== null && depth > limit; depth--) entry = getAttr(entry, 'tb_next');
  return entry;
}

/** The exception that stands for a value with its traceback: an instance of an old-style class is none itself. */
export function raisedWith(value: Py, tb: Py): Py {
  const e =
    rt.dialect === 2 && typeOf(value).oldStyle && !(value instanceof PyBaseException) ? raisedInstance(value) : value;
  if (e instanceof PyBaseException) e.tb = tb;
  return e;
}

/** Prints an exception as the interpreter does when nothing caught it. */
export function excepthook(type: Py, caught: Py, tb: Py): void {
  const stderr = getAttr(rt.modules.get('sys'), 'stderr');
  const value = raisedWith(caught, tb);
  if (value instanceof PyBaseException) {
    if (rt.dialect === 3 && wantsColors(stderr, options().flags.ignore_environment === 1)) {
      const keywords = new Map<string, Py>([
        ['file', stderr],
        ['colorize', true],
      ]);
      callKw(getAttr(importModule('traceback', null, [], 0), 'print_exception'), [value], keywords);
      return;
    }
  }
  const limit = findAttr(rt.modules.get('sys'), 'tracebacklimit');
  if (value instanceof PyBaseException && intValue(limit) !== undefined) {
    if (rt.dialect === 3) {
      callMethod(importModule('traceback', null, [], 0), '_print_exception_bltin', value);
      return;
    }
    value.tb = lastEntries(tb, limit);
  }
  const text =
    rt.dialect === 2 || value instanceof PyBaseException
      ? formatTraceback(value, true)
      : `TypeError: print_exception(): Exception expected for value, ${typeOf(value).name} found\n`;
  callMethod(stderr, 'write', text);
  void type;
}

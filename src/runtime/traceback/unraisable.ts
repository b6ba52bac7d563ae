/** Errors that nobody can catch: those of `__del__`, of callbacks, of what runs at the end. Python 3's `sys.unraisablehook`. */
import { structSequence } from '../builtins/structseq.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { formatFrames, HEADER, shownName } from './format.js';

const FIELDS = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'];

/**
 * Reports an error that nobody can catch.
 * @param object where it comes from, null for none.
 * @param message Python 3's words for what it was, null for its usual ones.
 */
export function writeUnraisable(e: Py, object: Py, message: string | null = null): void {
  const sys = rt.modules.get('sys');
  if (rt.dialect === 2) {
    const text = `Exception ${shownName(e.c$)}: ${shown(e)} in ${shown(object)} ignored\n`;
    call(getAttr(getAttr(sys, 'stderr'), 'write'), [text]);
    return;
  }
  const info = structSequence('UnraisableHookArgs', FIELDS).make([e.c$, e, e.tb, message, object]);
  call(getAttr(sys, 'unraisablehook'), [info]);
}

/** What `sys.unraisablehook` does: unlike other tracebacks, without marks below the lines, and without what the error comes from. */
export function unraisablehook(info: Py): null {
  const err = findAttr(rt.modules.get('sys'), 'stderr');
  if (err === undefined || err === null) return null;
  const [type, e, tb, message, object] = FIELDS.map((name) => getAttr(info, name));
  let text = '';
  if (object !== null) text = `${message === null ? 'Exception ignored in' : str(message)}: ${shown(object)}\n`;
  else if (message !== null) text = `${str(message)}:\n`;
  if (tb !== null) text += HEADER + formatFrames(tb, false, false);
  if (type !== null) text += shownName(type) + (e === null ? '' : `: ${textOf(e)}`);
  callMethod(err, 'write', `${text}\n`);
  if (findAttr(err, 'flush') !== undefined) callMethod(err, 'flush');
  return null;
}

/** The text of an object that may be half way gone. */
function shown(o: Py): string {
  try {
    return repr(o);
  } catch {
    return rt.dialect === 2 ? '<object repr() failed>' : '<object repr failed>';
  }
}

function textOf(e: Py): string {
  try {
    return str(e);
  } catch {
    return '<exception str() failed>';
  }
}

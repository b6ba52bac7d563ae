/**
 * `breakpoint()` and `sys.breakpointhook`: the debugger that `PYTHONBREAKPOINT` names.
 * Spec: https://docs.python.org/3/library/sys.html#sys.breakpointhook
 */
import { warn } from '../builtins/warn.js';
import { importModule } from '../import/importFunction.js';
import { findAttr, getAttr, isAttributeError } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { callKw, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { ImportError, isInstanceOf, RuntimeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';

const USUAL = 'pdb.set_trace';

/** The callable that a dotted name means, or undefined with a warning. */
function namedHook(path: string): Py {
  const dot = path.lastIndexOf('.');
  const module = dot < 0 ? 'builtins' : path.slice(0, dot);
  try {
    if (dot === 0) throw ImportError('no module is named');
    importModule(module, null, [], 0);
    return getAttr(rt.modules.get(module), path.slice(dot + 1));
  } catch (error) {
    if (!isInstanceOf(error, ImportError) && !isAttributeError(error)) throw error;
    warn('RuntimeWarning', `Ignoring unimportable $PYTHONBREAKPOINT: "${path}"`);
    return undefined;
  }
}

export const breakpointHook = fn(
  '(*args, **kwargs)',
  (args: Py[], kwargs: Keywords) => {
    const environ = getAttr(importModule('os', null, [], 0), 'environ');
    const named = strValue(callMethod(environ, 'get', 'PYTHONBREAKPOINT', ''))!;
    if (named === '0') return null;
    const hook = namedHook(named === '' ? USUAL : named);
    return hook === undefined ? null : callKw(hook, args, kwargs);
  },
  'breakpointhook',
);

/** The built-in function. */
export const breakpoint = fn(
  '(*args, **kws)',
  (args: Py[], kwargs: Keywords) => {
    const hook = findAttr(rt.modules.get('sys'), 'breakpointhook');
    if (hook === undefined) throw RuntimeError('lost sys.breakpointhook');
    return callKw(hook, args, kwargs);
  },
  'breakpoint',
);

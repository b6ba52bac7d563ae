/** Whether tracebacks are shown in colours: on a terminal, unless the environment says otherwise. */
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';

/** Spec: https://docs.python.org/3/using/cmdline.html#using-on-controlling-color */
export function wantsColors(stderr: Py, ignoresEnvironment: boolean): boolean {
  const environ = (rt.state.get('environ') ?? {}) as Readonly<Record<string, string | undefined>>;
  if (!ignoresEnvironment && environ.PYTHON_COLORS === '0') return false;
  if (!ignoresEnvironment && environ.PYTHON_COLORS === '1') return true;
  if (environ.NO_COLOR) return false;
  if (environ.FORCE_COLOR) return true;
  if (environ.TERM === 'dumb') return false;
  try {
    return callMethod(stderr, 'isatty') === true;
  } catch {
    return false;
  }
}

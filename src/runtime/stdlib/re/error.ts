/** `re.PatternError` (`re.error`; `sre_constants.error` in Python 2), and the engine's failures as Python's exceptions. */
import { setHidden } from '../../builtins/exceptions.js';
import { moduleState, rt } from '../../object/context.js';
import * as errors from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { builtinType, type PyType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { PatternError as EngineError, ReValueError } from '../../re/index.js';

class PyPatternError extends errors.PyBaseException {}

const FIELDS = ['msg', 'pattern', 'pos', 'lineno', 'colno'] as const;

export function patternErrorType(): PyType {
  return moduleState('re error', () => {
    const two = rt.dialect === 2;
    const type = builtinType({
      name: two ? 'error' : 'PatternError',
      js: PyPatternError,
      base: errors.Exception.type,
      module: two ? 'sre_constants' : 're',
      hasDict: true,
    });
    if (!two) {
      defineMembers(type, () => ({
        __init__: method('(msg, pattern=None, pos=None)', init),
        ...Object.fromEntries(
          FIELDS.map((name) => [
            name,
            getter(
              (self) => self[`x$${name}`] ?? null,
              (self, value) => setHidden(self, name, value),
            ),
          ]),
        ),
      }));
    }
    return type;
  });
}

function init(self: Py, msg: Py, pattern: Py = null, pos: Py = null): null {
  setHidden(self, 'pattern', pattern);
  setHidden(self, 'pos', pos);
  setHidden(self, 'msg', msg);
  let text = msg;
  const source = strValue(pattern) ?? null;
  if (source !== null && typeof pos === 'number') {
    const { message, lineno, colno } = new EngineError(msg, source, pos);
    text = message;
    setHidden(self, 'lineno', lineno);
    setHidden(self, 'colno', colno);
  }
  self.args = new PyTuple([text]);
  return null;
}

/** Runs the engine, raising its failures as Python's. `pattern` is what the error shows. */
export function withErrors<T>(run: () => T, pattern: Py): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof EngineError) throw patternError(error, pattern);
    if (error instanceof ReValueError) throw errors[error.kind](error.message);
    throw error;
  }
}

function patternError(error: EngineError, pattern: Py): Py {
  const made = new (patternErrorType().ctor as new (args: Py[]) => Py)([error.message]);
  if (rt.dialect === 2) return made;
  setHidden(made, 'pattern', error.pattern === null ? null : pattern);
  for (const name of ['msg', 'pos', 'lineno', 'colno'] as const) setHidden(made, name, error[name]);
  return made;
}

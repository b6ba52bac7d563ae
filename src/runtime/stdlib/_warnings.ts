/**
 * The part of `warnings` that CPython has in C, as far as copies of its import system ask for it: `warnings` itself does without.
 * Spec: https://docs.python.org/3/library/warnings.html
 */
import { importModule } from '../import/importFunction.js';
import { getAttr } from '../object/attributes.js';
import { callKw } from '../object/call.js';
import type { Keywords } from '../object/binding.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';

/** A function of `warnings`, which is imported when it is called: it asks for this module itself. */
const forwarded = (name: string): Py =>
  fn(
    '(*args, **kwargs)',
    (args: Py[], kwargs: Keywords) => callKw(getAttr(importModule('warnings', null, [], 0), name), args, kwargs),
    name,
  );

export default (): Record<string, Py> => ({
  warn: forwarded('warn'),
  warn_explicit: forwarded('warn_explicit'),
});

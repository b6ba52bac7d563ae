/** Calls that can see the caller's variables by name. */
import { callKw } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Code } from '../object/function.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyFrame } from '../builtins/pyFrame.js';
import { mergeKeywords } from './calls.js';

/** `f(*args)` with `entries` (name, value, …; undefined = unbound) as what `locals()` gives: a snapshot, as PEP 667 says. */
export function withLocals(code: Code, entries: Py[], f: Py, args: Py[], pairs: Py[]): Py {
  const variables = new PyDict();
  for (let i = 0; i < entries.length; i += 2)
    if (entries[i + 1] !== undefined) variables.set(entries[i], entries[i + 1]);
  return withFrame(code, variables, f, args, pairs);
}

/** The same in a class body, whose namespace is the real thing. */
export function withNamespace(code: Code, namespace: Py, f: Py, args: Py[], pairs: Py[]): Py {
  return withFrame(code, namespace instanceof PyDict ? namespace : namespace.object, f, args, pairs);
}

function withFrame(code: Code, variables: PyDict, f: Py, args: Py[], pairs: Py[]): Py {
  if (f?.builtin === undefined) return callKw(f, args, pairs.length === 0 ? null : mergeKeywords(pairs, f));
  const before = rt.state.get('locals');
  // It is asked for its variables alone, so where it stands is not looked up.
  const line = () => code.firstLine;
  rt.state.set('locals', new PyFrame(code, line, () => null, variables));
  try {
    // Only the called built-in itself looks; what it runs has frames of its own.
    return callKw(f, args, pairs.length === 0 ? null : mergeKeywords(pairs, f));
  } finally {
    if (before === undefined) rt.state.delete('locals');
    else rt.state.set('locals', before);
  }
}

/**
 * Python 2 has `StandardError` between `Exception` and most of the built-in exceptions.
 * Spec: https://docs.python.org/2.7/library/exceptions.html#exception-hierarchy
 */
import * as errors from '../object/errors.js';
import type { PyType } from '../object/type.js';

/** The exceptions that are right below it; those below them move along. OSError has a base of its own there. */
const BELOW_STANDARD_ERROR = [
  errors.ArithmeticError,
  errors.AssertionError,
  errors.AttributeError,
  errors.BufferError,
  errors.EOFError,
  errors.ImportError,
  errors.LookupError,
  errors.MemoryError,
  errors.NameError,
  errors.ReferenceError,
  errors.RuntimeError,
  errors.SyntaxError,
  errors.SystemError,
  errors.TypeError,
  errors.ValueError,
];

/** Gives the exceptions the bases that they have in the dialect. */
export function useExceptionBases(dialect: 2 | 3): void {
  const base = (dialect === 2 ? errors.StandardError : errors.Exception).type;
  if (errors.TypeError.type.base === base) return;
  for (const { type } of BELOW_STANDARD_ERROR) {
    type.base = base;
    type.bases = [base];
    // Instances need no link to it: it has no attributes of its own.
    Object.setPrototypeOf(type, base);
    followBases(type);
  }
}

function followBases(type: PyType): void {
  type.mro = [type, ...type.base!.mro];
  for (const below of type.derived ?? []) if (below.bases.length === 1) followBases(below);
}

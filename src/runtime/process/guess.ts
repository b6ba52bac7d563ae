/** A program whose dialect was guessed from its text: it is run in the other one if that is the only one it can be compiled for. */
import type { Compiler } from '../execute.js';
import { ControlFlow } from '../helpers/exceptions.js';
import type { ProcessBase } from './payload.js';

/** Ends the process before the program has begun; the exit status of no program. */
export const OTHER_DIALECT = 0.5;

/**
 * A compiler that ends the process with `OTHER_DIALECT` where the guess was wrong.
 * @param parses whether a text has no syntax errors in a dialect.
 */
export function checkingGuess(
  compile: Compiler,
  { options: { otherwise } }: ProcessBase,
  parses: (text: string, dialect: 2 | 3) => boolean,
): Compiler {
  if (otherwise === undefined) return compile;
  return (source, request) => {
    const result = compile(source, request);
    if (request.isProgram && 'errors' in result) {
      const text = typeof source === 'string' ? source : source();
      if (parses(text, otherwise.dialect)) throw new ControlFlow(OTHER_DIALECT);
    }
    return result;
  };
}

/** What the process is given in the other dialect. */
export function inOtherDialect(base: ProcessBase): ProcessBase {
  const { otherwise, ...options } = base.options;
  return { ...base, options: { ...options, ...otherwise } };
}

/** What is wrong with a program on stderr, in the form in which CPython prints syntax errors. */
import type { PySyntaxError } from '../parser/parse.js';

/** A syntax error, or something that pymp does not have, under the name of the exception that it would be. */
export type Problem = Omit<PySyntaxError, 'type'> & { readonly type: string };

/** Prints all; returns the exit status. */
export function printProblems(file: string, errors: readonly Problem[]): number {
  for (const e of errors) {
    const stripped = e.text.trimStart();
    const lead = e.text.length - stripped.length;
    const at = Math.max(0, e.column - 1 - lead);
    const width = Math.max(1, e.endLine === e.line ? e.endColumn - e.column : stripped.trimEnd().length - at);
    process.stderr.write(
      `  File "${file}", line ${e.line}\n    ${stripped.trimEnd()}\n    ${' '.repeat(at)}${'^'.repeat(width)}\n${e.type}: ${e.message}\n`,
    );
  }
  return 1;
}

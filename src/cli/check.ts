/** `pymp check FILE…`: everything that is wrong or not supported, before anything runs. */
import { Command } from 'commander';
import { refusedForks } from '../lower/0-fork/refused.js';
import { parseAll } from '../parser/recover/allErrors.js';
import { type Problem, printProblems } from './problems.js';
import { tryReadSource } from './source.js';
import { unresolvedImports } from './unresolved.js';

export function checkCommand(): Command {
  return new Command('check')
    .description('report all syntax errors and everything unsupported')
    .argument('<file...>')
    .option('--python <dialect>', '2, 3 or auto', 'auto')
    .action((files: string[], options: { python: string }) => {
      let status = 0;
      for (const file of files) {
        const problems = problemsOf(file, options.python);
        if (typeof problems === 'number') status = Math.max(status, problems);
        else if (problems.length > 0) status = Math.max(status, printProblems(file, problems));
      }
      process.exitCode = status;
    });
}

/** What is wrong with a file; an exit status if it cannot be read, which has been said then. */
function problemsOf(file: string, python: string): Problem[] | number {
  const read = tryReadSource(file, python);
  if (typeof read === 'number') return read;
  const { text, dialect } = read;
  const { errors, rest } = parseAll(text, { filename: file, dialect });
  if (rest === null) return [...errors];
  const { module, source } = rest;
  return [...errors, ...refusedForks(module, source), ...unresolvedImports(module, source, file, dialect)].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}

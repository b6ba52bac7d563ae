/** `pymp check FILE…`: everything that is wrong or not supported, before anything runs. */
import { Command } from 'commander';
import { refusedForks } from '../lower/0-fork/refused.js';
import { parseModule } from '../parser/parse.js';
import { printProblems } from './problems.js';
import { dialectFor, readSource } from './source.js';

export function checkCommand(): Command {
  return new Command('check')
    .description('report all syntax errors and everything unsupported')
    .argument('<file...>')
    .option('--python <dialect>', '2, 3 or auto', 'auto')
    .action((files: string[], options: { python: string }) => {
      let status = 0;
      for (const file of files) {
        const dialect = dialectFor(options.python, file);
        const result = parseModule(readSource(file, dialect), { filename: file, dialect });
        const problems = result.ok ? refusedForks(result.module, result.source) : result.errors;
        if (problems.length > 0) status = printProblems(file, problems);
      }
      process.exitCode = status;
    });
}

/** `pymp lower FILE`: the JavaScript that would run. */
import { Command } from 'commander';
import { compile } from '../compile.js';
import { printProblems } from './problems.js';
import { readSource } from './source.js';

export function lowerCommand(): Command {
  return new Command('lower')
    .description('print the JavaScript that a program is compiled to')
    .argument('<file>')
    .option('--python <dialect>', '2, 3 or auto', 'auto')
    .action((file: string, options: { python: string }) => {
      const { text, dialect } = readSource(file, options.python);
      const result = compile(text, { filename: file, dialect });
      if (result.ok) process.stdout.write(`${result.js}\n`);
      else process.exitCode = printProblems(file, result.errors);
    });
}

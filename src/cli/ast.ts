/** `pymp ast FILE`: what `ast.dump` prints. */
import { Command } from 'commander';
import { dumpPython2 } from '../parser/dump/python2.js';
import { dumpPython3 } from '../parser/dump/python3.js';
import { parseModule } from '../parser/parse.js';
import { printProblems } from './problems.js';
import { readSource } from './source.js';

export function astCommand(): Command {
  return new Command('ast')
    .description('print the syntax tree as ast.dump does')
    .argument('<file>')
    .option('--python <dialect>', '2, 3 or auto', 'auto')
    .action((file: string, options: { python: string }) => {
      const { text, dialect } = readSource(file, options.python);
      const result = parseModule(text, { filename: file, dialect });
      if (!result.ok) process.exitCode = printProblems(file, result.errors);
      else
        process.stdout.write(
          `${dialect === 2 ? dumpPython2(result.module) : dumpPython3(result.module, { indent: 1 })}\n`,
        );
    });
}

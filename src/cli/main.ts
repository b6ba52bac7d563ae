/** Sub-commands of `pymp`. `run` comes first and loads nothing that it does not need. */
import { createRequire } from 'node:module';
import { runCommand } from './run.js';

export async function main(argv: readonly string[], cliFile: string): Promise<void> {
  if (argv[2] === 'run') {
    await runCommand(argv.slice(3), cliFile);
    return;
  }
  const { buildProgram } = createRequire(cliFile)('./commands.js') as typeof import('./program.js');
  await buildProgram(cliFile).parseAsync(argv as string[]);
}

/** Sub-commands of `pymp`. `run` comes first and loads nothing that it does not need. */
import { runCommand } from './run.js';

export async function main(argv: readonly string[], cliFile: string): Promise<void> {
  if (argv[2] === 'run') {
    await runCommand(argv.slice(3), cliFile);
    return;
  }
  const { buildProgram } = await import('./program.js');
  await buildProgram(cliFile).parseAsync(argv as string[]);
}

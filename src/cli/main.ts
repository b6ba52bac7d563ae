/** Sub-commands of `pymp` other than `run`: a bundle of their own. */
import { commands } from './launch.js';

/** Whoever reads the output may have had enough of it (`pymp lower FILE | head`): there is nothing left to do then. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

export async function otherCommand(argv: readonly string[], cliFile: string): Promise<void> {
  process.stdout.on('error', endWithReader);
  await commands(cliFile)
    .buildProgram(cliFile)
    .parseAsync(argv as string[]);
}

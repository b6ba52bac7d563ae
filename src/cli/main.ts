/** Sub-commands of `pymp` other than `run`: a bundle of their own. */
import { commands } from './launch.js';

export async function otherCommand(argv: readonly string[], cliFile: string): Promise<void> {
  await commands(cliFile)
    .buildProgram(cliFile)
    .parseAsync(argv as string[]);
}

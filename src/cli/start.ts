/**
 * The first code of each command: starts the thread that a program will run on, then loads the rest from V8's code cache, which takes
 * a third of the time.
 */
import { dirname, join } from 'node:path';
import { loadBundle } from '../runtime/kernel/codeCache.js';
import { type FirstThread, startFirstThread } from '../runtime/kernel/firstThread.js';

type Commands = typeof import('./bundle.js');

/**
 * Runs a command of the bundle beside `file`, to its end.
 * @param file the script that Node was started with.
 */
export function startCommand(name: string, file: string, run: (commands: Commands) => Promise<void>): void {
  const bundle = loadBundle(join(dirname(file), 'main.js'), {});
  if (!bundle.cached) process.on('exit', () => bundle.save());
  run(bundle.exports as Commands).catch((error: unknown) => {
    process.stderr.write(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    process.exit(70);
  });
}

/** The same, for a command that runs a program on a thread. */
export function startProgramCommand(
  name: string,
  file: string,
  run: (commands: Commands, firstThread: FirstThread) => Promise<void>,
): void {
  const firstThread = startFirstThread(dirname(file));
  startCommand(name, file, (commands) => run(commands, firstThread));
}

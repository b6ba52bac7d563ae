/** The first code of each command: loads the rest from V8's code cache, which takes a third of the time. */
import { dirname, join } from 'node:path';
import { loadBundle } from '../runtime/kernel/codeCache.js';

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

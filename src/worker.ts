/** What a thread of the pool runs: each task is one process (or nothing, to get the thread ready). */
import { join } from 'node:path';
import { type LoadedBundle, loadBundle } from './runtime/kernel/codeCache.js';
import type { ExitStatus, RuntimeBundle, ThreadTask } from './runtime/kernel/messages.js';

/** The runtime of this thread, loaded by its first task. */
const loaded: { bundle: LoadedBundle | null } = { bundle: null };

export default async function runTask(task: ThreadTask): Promise<ExitStatus> {
  loaded.bundle ??= loadBundle(join(__dirname, 'runtime.js'));
  if (task.kind === 'warm') return 0;
  const { runProcess } = loaded.bundle.exports as RuntimeBundle;
  const status = await runProcess(task);
  loaded.bundle.save();
  return status;
}

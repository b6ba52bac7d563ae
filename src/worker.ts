/** What a thread of the pool runs: each task is one process (or nothing, to get the thread ready). */
import { join } from 'node:path';
import { type LoadedBundle, loadBundle, type Pieces } from './runtime/kernel/codeCache.js';
import type { ExitStatus, RuntimeBundle, ThreadTask } from './runtime/kernel/messages.js';

/** The bundles of this thread, loaded when they are first asked for, and what they share. */
const bundles = new Map<string, LoadedBundle>();
const pieces: Pieces = {};

function load(name: string): unknown {
  let bundle = bundles.get(name);
  if (bundle === undefined) bundles.set(name, (bundle = loadBundle(join(__dirname, `${name}.js`), pieces)));
  return bundle.exports;
}

export default async function runTask(task: ThreadTask): Promise<ExitStatus> {
  const { runProcess } = load('runtime') as RuntimeBundle;
  if (task.kind === 'warm') return 0;
  const status = await runProcess(task, load);
  for (const bundle of bundles.values()) bundle.save();
  return status;
}

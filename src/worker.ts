/** What a thread of the pool runs: each task is one process (or nothing, to get the thread ready). */
import { join } from 'node:path';
import { MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type LoadedBundle, loadBundle, type Pieces, Use } from './runtime/kernel/codeCache.js';
import type { Bundles, ExitStatus, RuntimeBundle, ThreadData, ThreadTask } from './runtime/kernel/messages.js';

/** The bundles of this thread, loaded when they are first asked for, and what they share. */
const loaded = new Map<string, LoadedBundle>();
const pieces: Pieces = {};
const { bundles } = workerData as ThreadData;
/** Nothing has come where this thread was faster than who reads for it; then it reads for itself. */
const given: Bundles | undefined = bundles instanceof MessagePort ? receiveMessageOnPort(bundles)?.message : bundles;

function load(name: string): unknown {
  let bundle = loaded.get(name);
  if (bundle === undefined)
    loaded.set(name, (bundle = loadBundle(join(__dirname, `${name}.js`), pieces, given?.[name])));
  return bundle.exports;
}

// Before there is a task: every one begins with it.
load('runtime');

/**
 * Between tasks the thread sleeps without an event loop, and what Node frees in one (ports that have been closed) would stay: 7 KB a process.
 * A turn of it lets another thread take the next task if that comes meanwhile, so there is not one after each task.
 */
const TASKS_A_TURN = 64;
let tasksDone = 0;

export default async function runTask(task: ThreadTask): Promise<ExitStatus> {
  const { runProcess, warm } = load('runtime') as RuntimeBundle;
  if (task.kind === 'warm') {
    warm(load);
    return 0;
  }
  const known = loaded.size;
  const status = await runProcess(task, load);
  // A program that is the first to load a bundle uses more of the others too.
  const isFirst = [...loaded.values()].slice(known).some(({ cached }) => !cached);
  const use = task.kind === 'main' ? Use.main : Use.child;
  for (const bundle of loaded.values()) bundle.save(use, isFirst);
  if (++tasksDone % TASKS_A_TURN === 0) await new Promise(setImmediate);
  return status;
}

/** What a thread of the pool runs: each task is one process (or nothing, to get the thread ready). */
import type { ExitStatus, ThreadTask } from './runtime/kernel/messages.js';

export default async function runTask(task: ThreadTask): Promise<ExitStatus> {
  const { runProcess } = await import('./runtime/process/main.js');
  return task.kind === 'warm' ? 0 : runProcess(task);
}

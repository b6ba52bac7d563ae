/** The thread's side of running a process: its arena and its line to the kernel, from the first moment to the exit status. */
import { threadId } from 'node:worker_threads';
import { Arena, enterProcess, leaveProcess } from '../mp/index.js';
import { KernelClient } from './client.js';
import type { ExitStatus, ProcessInit } from './messages.js';

/**
 * Runs a process to its end.
 * @param body the process itself; its result is the exit status. It must not throw.
 */
export async function hostProcess(
  init: ProcessInit,
  body: (client: KernelClient, init: ProcessInit) => ExitStatus | Promise<ExitStatus>,
): Promise<ExitStatus> {
  const arena = new Arena(init.arena, init.entry);
  enterProcess(arena, threadId);
  const status = await body(new KernelClient(arena, init.port), init);
  leaveProcess(arena, status);
  init.port.close();
  return status;
}

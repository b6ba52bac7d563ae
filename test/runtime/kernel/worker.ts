/** The worker of the kernel's tests: a process is one of the functions in `programs`, named by its payload. */

import type { ExitStatus, ThreadTask } from '../../../src/runtime/kernel/messages.js';
import { hostProcess } from '../../../src/runtime/kernel/process.js';
import { programs } from './programs.js';

export interface Payload {
  readonly program: string;
  readonly args?: readonly unknown[];
}

export default async function runTask(task: ThreadTask): Promise<ExitStatus> {
  if (task.kind === 'warm') return 0;
  const { program, args = [] } = task.payload as Payload;
  return hostProcess(task, (client) => programs[program]!(client, ...args));
}

/** The worker of the kernel's tests: a process is one of the functions in `programs`, named by its payload. */
import type { ExitStatus, ThreadTask } from '../../../src/runtime/kernel/messages.js';
import { hostProcess } from '../../../src/runtime/kernel/process.js';
import type { Payload, Program } from './program.js';
import * as kernelCalls from './programs/calls.js';
import * as deaths from './programs/deaths.js';
import * as lives from './programs/lives.js';
import * as sharing from './programs/sharing.js';

const programs: Record<string, Program> = { ...kernelCalls, ...deaths, ...lives, ...sharing };

export default async function runTask(task: ThreadTask): Promise<ExitStatus> {
  if (task.kind === 'warm') return 0;
  const { program, args } = task.payload as Payload;
  return hostProcess(task, (client) => programs[program]!(client, ...args));
}

/** What each thread loads: a task is a Python process, or a warm-up. */
import { Script } from 'node:vm';
import { createRequire } from 'node:module';
import { hostProcess } from './runtime/kernel/process.js';
import type { ThreadTask } from './runtime/kernel/messages.js';
import { runProcess } from './runtime/process/main.js';
import type { ProcessPayload } from './runtime/process/payload.js';
import type { compileForRuntime, decodeForRuntime } from './compiler.js';

const require = createRequire(import.meta.url);
void Script;

interface CompilerBundle {
  readonly compileForRuntime: typeof compileForRuntime;
  readonly decodeForRuntime: typeof decodeForRuntime;
}
/** The compiler is a bundle of its own, loaded when there is something to compile. */
const compiler = (): CompilerBundle => require('./compiler.js') as CompilerBundle;

export default async function run(task: ThreadTask): Promise<number | undefined> {
  if (task.kind === 'warm') return undefined;
  return await hostProcess(task, (client, init) => {
    const payload = init.payload as ProcessPayload;
    const { dialect } = payload.options;
    return runProcess(payload, {
      pid: init.pid,
      parentPid: init.parentPid,
      arena: client.arena,
      client,
      compiler: (source, request) => compiler().compileForRuntime(source, request, dialect),
      decodeSource: (bytes, file) => compiler().decodeForRuntime(bytes, file, dialect),
    });
  });
}

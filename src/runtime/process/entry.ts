/** The runtime bundle's one export: runs a process on this thread. */
import { join } from 'node:path';
import { type LoadedBundle, loadBundle } from '../kernel/codeCache.js';
import type { ExitStatus, ProcessInit } from '../kernel/messages.js';
import { hostProcess } from '../kernel/process.js';
import type { Compiler } from '../execute.js';
import type { SourceTools } from './hooks.js';
import { runProcess as runPython } from './main.js';
import type { ProcessPayload } from './payload.js';

/** What the compiler's bundle exports. */
interface CompilerBundle extends SourceTools {
  compileForRuntime(source: string, request: Parameters<Compiler>[1], dialect: 2 | 3): ReturnType<Compiler>;
  decodeForRuntime(bytes: Uint8Array, file: string, dialect: 2 | 3): string;
}

/** The compiler is loaded when there is something to compile; it stays for the thread's later processes. */
const loaded: { compiler: LoadedBundle | null } = { compiler: null };

function compiler(): CompilerBundle {
  loaded.compiler ??= loadBundle(join(__dirname, 'compiler.js'));
  return loaded.compiler.exports as CompilerBundle;
}

export async function runProcess(init: ProcessInit): Promise<ExitStatus> {
  return await hostProcess(init, (client) => {
    const payload = init.payload as ProcessPayload;
    const { dialect } = payload.options;
    const status = runPython(payload, {
      pid: init.pid,
      parentPid: init.parentPid,
      arena: client.arena,
      client,
      compiler: (source, request) => compiler().compileForRuntime(source, request, dialect),
      decodeSource: (bytes, file) => compiler().decodeForRuntime(bytes, file, dialect),
      compilerBundle: compiler,
    });
    loaded.compiler?.save();
    return status;
  });
}


/** The thread that a Python process runs on, as the runtime sees it. */
import { rt } from '../object/context.js';
import type { Arena } from '../mp/index.js';
import type { KernelClient } from '../kernel/client.js';
import type { Compiler } from '../execute.js';
import type { ProgramOptions } from './payload.js';
import { makeStdio } from '../io/bootStdio.js';

export interface ProcessHost {
  readonly pid: number;
  readonly parentPid: number;
  readonly arena: Arena;
  readonly client: KernelClient;
  readonly compiler: Compiler;
  readonly decodeSource: (bytes: Uint8Array, file: string) => string;
  leave?(): void;
}

export const host = (): ProcessHost => rt.state.get('host') as ProcessHost;

export function prepareHost(h: ProcessHost, options: ProgramOptions): void {
  rt.state.set('host', h);
  rt.state.set('compiler', h.compiler);
  rt.state.set('decode source', h.decodeSource);
  rt.state.set('read all stdin', () => readAll(h));
  rt.state.set('stdio', makeStdio(options.dialect, { unbuffered: options.unbuffered }));
}

function readAll(h: ProcessHost): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = h.client.call('readStdin', 65536, -1);
    if (part === null || part.length === 0) return Buffer.concat(parts);
    parts.push(part);
  }
}

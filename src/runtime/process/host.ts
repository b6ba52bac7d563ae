/** The thread that a Python process runs on, as the runtime sees it. */

import { stackFrames } from '../builtins/frame.js';
import type { Compiler } from '../execute.js';
import { isLibraryFile } from '../import/library.js';
import { inheritNative } from '../io/descriptors.js';
import { defaultHost, setHost } from '../io/host.js';
import { makeStdio } from '../io/stdio.js';
import type { KernelClient } from '../kernel/client.js';
import { type Arena, createOutput, forgetFile, noteFile, outputBytes, setOutputLength, sleepFor } from '../mp/index.js';
import { rt } from '../object/context.js';
import type { LoadGroup } from '../stdlib/moduleTable.js';
import type { Resumer, SourceTools } from './hooks.js';
import type { ProgramOptions } from './payload.js';

export interface ProcessHost {
  readonly pid: number;
  readonly parentPid: number;
  readonly arena: Arena;
  readonly client: KernelClient;
  readonly compiler: Compiler;
  readonly decodeSource: (bytes: Uint8Array, file: string) => string;
  readonly compilerBundle: () => SourceTools;
  readonly resumer: () => Resumer;
  readonly loadModules: LoadGroup;
  /** A process is about to start, which may want the files of the library that have just been compiled for this one. */
  shareCompiled?(): void;
  leave?(): void;
}

export const host = (): ProcessHost => rt.host as ProcessHost;

export function prepareHost(h: ProcessHost, options: ProgramOptions): void {
  rt.host = h;
  rt.state.set('compiler', h.compiler);
  rt.state.set('decode source', h.decodeSource);
  rt.state.set('source tools', h.compilerBundle);
  rt.state.set('resumer', h.resumer);
  rt.state.set('load modules', h.loadModules);
  rt.state.set('read all stdin', () => readAll(h));
  setHost(fileHost(h));
  for (const fd of options.descriptors ?? []) inheritNative(fd);
  h.arena.hooks.position = programPosition;
  rt.state.set('stdio', makeStdio(options.dialect, { unbuffered: options.unbuffered }));
}

/** Where the process's files meet the kernel: its input, and output that must not be lost when it is killed. */
function fileHost({ arena, client }: ProcessHost) {
  return defaultHost({
    readStdin: (maxBytes) => client.call('readStdin', maxBytes, -1) ?? new Uint8Array(),
    outputBlock: (fd, capacityBytes) => {
      const at = createOutput(arena, fd, capacityBytes);
      return {
        bytes: outputBytes(arena, at, capacityBytes),
        setLength: (length) => setOutputLength(arena, at, length),
      };
    },
    noteFile: (native) => noteFile(arena, native),
    forgetFile: (native) => forgetFile(arena, native),
    dropFile: (keptId) => client.post('sharedFileDrop', keptId),
    leaveStream: (fd) => client.post('leaveStream', fd),
    sleep: (ms) => sleepFor(arena, ms),
  });
}

function readAll(h: ProcessHost): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = h.client.call('readStdin', 65536, -1);
    if (part === null || part.length === 0) return Buffer.concat(parts);
    parts.push(part);
  }
}

/** Where the program is, in a file of its own. */
function programPosition(): { file: string; line: number } | null {
  for (let frame = stackFrames(); frame !== null; frame = frame.back()) {
    const { filename } = frame.code.unit;
    if (!isLibraryFile(filename)) return { file: filename, line: frame.line };
  }
  return null;
}

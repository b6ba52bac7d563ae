/** Descriptors of the system that one process has given to another: open until the last that has one closes it, or ends. */
import { closeSync } from 'node:fs';
import type { Handlers } from './methods.js';
import type { OpenCall, ProcessRecord } from './processes.js';
import { Resources } from './resources.js';

/** Errors: EBADF. */
export interface SharedFileMethods {
  /** Leaves closing a descriptor to the kernel. Returns the number under which it is known. */
  sharedFileKeep(native: number): number;
  /** Keeps it open while it is on its way to a process, which then takes it. */
  sharedFileHold(file: number): void;
  sharedFileTake(file: number): void;
  sharedFileDrop(file: number): void;
}

export class SharedFiles {
  readonly #files = new Resources<{ close(): void }>();

  readonly methods: Handlers<SharedFileMethods, OpenCall> = {
    sharedFileKeep: ({ process }, native) => this.#files.add(process, { close: () => closeSync(native) }),
    sharedFileHold: (_call, id) => this.#files.hold(id),
    sharedFileTake: ({ process }, id) => this.#files.take(process, id),
    sharedFileDrop: ({ process }, id) => this.#files.drop(process, id),
  };

  inherit(parent: ProcessRecord, child: ProcessRecord): void {
    this.#files.inherit(parent, child);
  }

  forget(process: ProcessRecord): void {
    this.#files.dropAll(process);
  }
}

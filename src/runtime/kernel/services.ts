/** The parts of the kernel that few programs use, each loaded when first called: Node's modules for them cost milliseconds at the start. */
import { type Arena, hasEnded } from '../mp/index.js';
import type { FileLocks } from './fileLocks.js';
import type { Membership } from './groups.js';
import type { KernelMethods } from './methods.js';
import type { OpenCall, ProcessRecord } from './processes.js';
import type { Programs } from './programs.js';
import type { Servants } from './servants.js';
import type { SharedFiles } from './sharedFiles.js';
import type { Sockets } from './sockets.js';
import type { Stdin } from './stdin.js';

type Handler = (call: OpenCall, ...args: unknown[]) => unknown;

export class Services {
  #fileLocks: FileLocks | null = null;
  #programs: Programs | null = null;
  #servants: Servants | null = null;
  #sharedFiles: SharedFiles | null = null;
  #sockets: Sockets | null = null;
  #stdin: Stdin | null = null;

  /** @param childEnded called when a child program or servant has ended, with the process that started it and its entry. */
  constructor(
    readonly arena: Arena,
    readonly childEnded: (starter: ProcessRecord, entry: number) => void,
  ) {}

  /** The handler of a call that the kernel does not answer itself. */
  async handler(method: keyof KernelMethods): Promise<Handler> {
    if (method === 'readStdin') {
      const { Stdin } = await import('./stdin.js');
      this.#stdin ??= new Stdin();
      const stdin = this.#stdin;
      return (call, maxBytes, timeoutMs) => stdin.read(call, maxBytes as number, timeoutMs as number);
    }
    if (method.startsWith('socket') || method === 'resolveHost') {
      const { Sockets } = await import('./sockets.js');
      this.#sockets ??= new Sockets();
      return this.#sockets.methods[method as keyof Sockets['methods']] as Handler;
    }
    if (method.startsWith('fileLock')) {
      const { FileLocks } = await import('./fileLocks.js');
      this.#fileLocks ??= new FileLocks(({ entry }) => hasEnded(this.arena, entry));
      return this.#fileLocks.methods[method as keyof FileLocks['methods']] as Handler;
    }
    if (method.startsWith('sharedFile')) {
      const { SharedFiles } = await import('./sharedFiles.js');
      this.#sharedFiles ??= new SharedFiles();
      return this.#sharedFiles.methods[method as keyof SharedFiles['methods']] as Handler;
    }
    if (method.startsWith('servant')) {
      const { Servants } = await import('./servants.js');
      this.#servants ??= new Servants(this.arena, this.childEnded);
      return this.#servants.methods[method as keyof Servants['methods']] as Handler;
    }
    const { Programs } = await import('./programs.js');
    this.#programs ??= new Programs(this.arena, this.childEnded);
    return this.#programs.methods[method as keyof Programs['methods']] as Handler;
  }

  /** The kernel is about to end. */
  close(): void {
    this.#programs?.close();
  }

  /** Fulfilled when what processes have sent is with the system; null if it is. */
  unsent(): Promise<void> | null {
    return this.#sockets?.unsent() ?? null;
  }

  /** Number of child programs that run. */
  get runningPrograms(): number {
    return this.#programs?.size ?? 0;
  }

  /** Sends a signal if `pid` is a child program or a servant. Returns whether it is. */
  kill(pid: number, signal: number): boolean {
    return this.#programs?.kill(pid, signal) === true || this.#servants?.kill(pid, signal) === true;
  }

  /** Sends a signal to the child programs and servants of a group. Returns whether there are any. */
  killGroup(group: number, signal: number): boolean {
    const isSent = this.#programs?.killGroup(group, signal) === true;
    return this.#servants?.killGroup(group, signal) === true || isSent;
  }

  /** The group and the session of a child program or a servant. */
  membership(pid: number): Membership | undefined {
    return this.#programs?.membership(pid) ?? this.#servants?.membership(pid);
  }

  /** Gives a forked process what its parent has open. */
  inherit(parent: ProcessRecord, child: ProcessRecord): void {
    this.#programs?.inherit(parent, child);
    this.#sockets?.inherit(parent, child);
    this.#sharedFiles?.inherit(parent, child);
    this.#fileLocks?.inherit(parent, child);
  }

  /** Closes what an ended process had open. */
  forget(process: ProcessRecord): void {
    this.#programs?.forget(process);
    this.#sockets?.forget(process);
    this.#sharedFiles?.forget(process);
    this.#fileLocks?.forget(process);
  }
}

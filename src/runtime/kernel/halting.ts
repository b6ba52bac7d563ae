/** What the kernel does when processes have stopped (SIGSTOP), or go on. */
import { type Arena, hasStopped, reportHalt } from '../mp/index.js';
import type { Delivery } from './delivery.js';
import type { ProcessRecord, ProcessTable } from './processes.js';
import { signalNumber } from './signals.js';

/** What Linux sends to stopped processes whose session nobody is left to control. */
const TO_FORSAKEN = [signalNumber('SIGHUP'), signalNumber('SIGCONT')];

export interface HaltingOptions {
  /** Whether the main program has not ended. */
  readonly mainLives: () => boolean;
  /** From now on SIGCONT for Node is for the program. */
  readonly awaitGoOn: () => void;
}

export class Halting {
  constructor(
    readonly arena: Arena,
    readonly processes: ProcessTable,
    readonly delivery: Delivery,
    readonly options: HaltingOptions,
  ) {}

  /** A process says that it has stopped; it may have been told to go on meanwhile. */
  stopped(process: ProcessRecord): void {
    if (!hasStopped(this.arena, process.entry)) return;
    this.report(process);
    this.lookAtAll();
  }

  /** Tells a process's parent that it has stopped, or goes on. */
  report({ entry, parentPid }: ProcessRecord): void {
    const parent = this.processes.get(parentPid);
    const report = () => reportHalt(this.arena, entry);
    if (parent === undefined) report();
    else this.delivery.sendWith(parent, signalNumber('SIGCHLD'), report);
  }

  /**
   * Where all processes are stopped, Node stops too: a shell sees it, and can let the program go on. Once the main program
   * has ended nobody can, so what it has left is not waited for.
   */
  lookAtAll(): void {
    const all = [...this.processes];
    if (all.length === 0 || !all.every(({ entry }) => hasStopped(this.arena, entry))) return;
    if (this.options.mainLives()) {
      this.options.awaitGoOn();
      process.kill(process.pid, 'SIGSTOP');
      return;
    }
    for (const record of all) for (const signal of TO_FORSAKEN) this.delivery.send(record, signal);
  }
}

/** Signals that Node gets: from a terminal, or from whoever knows the program's pid. */
import type { Delivery } from './delivery.js';
import type { ProcessRecord, ProcessTable } from './processes.js';
import { signalName, signalNumber } from './signals.js';
import { isTerminal } from './terminal.js';

/** Two that cannot be, and one that Node gets for each program that ends: who started that is told anyhow. */
const NEVER_WATCHED: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGSTOP', 'SIGCHLD'];
const MAX_SIGNAL = 31;

export class RealSignals {
  readonly #watched = new Set<NodeJS.Signals>();

  /** @param addressee who gets what is sent to the program. */
  constructor(
    readonly processes: ProcessTable,
    readonly delivery: Delivery,
    readonly addressee: () => ProcessRecord | null,
  ) {}

  watch(name: NodeJS.Signals): void {
    if (this.#watched.has(name) || NEVER_WATCHED.includes(name)) return;
    this.#watched.add(name);
    process.on(name, () => this.#receive(name));
  }

  /** @param mask a bit for each signal. */
  watchAll(mask: number): void {
    for (let signal = 1; signal <= MAX_SIGNAL; signal++) {
      const name = (mask & (1 << (signal - 1))) !== 0 ? signalName(signal) : undefined;
      if (name !== undefined) this.watch(name);
    }
  }

  /** What a terminal sends goes to the foreground group, the one that the program began in; else the sender means the program. */
  #receive(name: NodeJS.Signals): void {
    const fromTerminal = (name === 'SIGINT' || name === 'SIGQUIT') && hasTerminal();
    const addressee = this.addressee();
    const targets = fromTerminal || addressee === null ? [...this.processes] : [addressee];
    // A program in the place of a process gets what the terminal sends by itself.
    for (const target of targets)
      if (!fromTerminal || (target.program === null && target.group === 0))
        this.delivery.send(target, signalNumber(name));
  }
}

const hasTerminal = (): boolean => [0, 1, 2].some(isTerminal);

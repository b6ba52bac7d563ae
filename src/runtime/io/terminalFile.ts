/**
 * Terminals that a program opens by their name.
 *
 * A thread that waits inside the system cannot be interrupted, so it never reads what may wait: the terminal is opened a second time for
 * that, and asked again and again. The descriptor that other programs get waits as ever.
 */
import * as fs from 'node:fs';
import { isTerminal } from '../kernel/terminal.js';
import { SystemFile } from './openFile.js';

const { O_NOCTTY, O_NONBLOCK, O_RDONLY } = fs.constants;

export class TerminalFile extends SystemFile {
  /** The one that is read; -1 before anything was. */
  #asked = -1;

  override read(into: Uint8Array): number {
    if (this.#asked < 0) this.#asked = fs.openSync(`/proc/self/fd/${this.native}`, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    return this.retried(() => fs.readSync(this.#asked, into));
  }

  override close(): void {
    if (this.#asked >= 0) fs.closeSync(this.#asked);
    super.close();
  }
}

/** What an opened descriptor of the system is: a terminal, or any other file. */
export const fileClassOf = (native: number): typeof SystemFile => (isTerminal(native) ? TerminalFile : SystemFile);

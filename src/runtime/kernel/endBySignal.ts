/** The end of Node by a signal that has ended a program, so that a shell sees it. */
import { signalName } from './signals.js';

/** Node refuses to listen to these. */
const UNCATCHABLE: readonly string[] = ['SIGKILL', 'SIGSTOP'];

/** How long the signal may take to arrive, in ms. */
const ARRIVAL_MS = 200;

export function endBySignal(signal: number): void {
  const name = signalName(signal);
  if (name !== undefined) {
    // Node ignores SIGPIPE, until a listener has come and gone.
    if (!UNCATCHABLE.includes(name)) process.on(name, () => {}).removeAllListeners(name);
    process.kill(process.pid, name);
  }
  // Not reached by a signal that ends the process; others end it as a shell would report them.
  setTimeout(() => process.exit(128 + signal), ARRIVAL_MS);
}

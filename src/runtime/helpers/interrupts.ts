/** What loops call when something has arrived for the main thread. */
export { runInterrupts as interrupted } from '../process/signals.js';

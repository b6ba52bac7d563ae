/** The interval timer of each process, which sends it SIGALRM. */
import type { ProcessRecord } from './processes.js';

/** Replaces a process's timer. Returns what was left of the old one, in ms. */
export function setProcessTimer(
  process: ProcessRecord,
  delayMs: number,
  intervalMs: number,
  fire: () => void,
): { leftMs: number; intervalMs: number } {
  const { timer } = process;
  const before = {
    leftMs: timer.handle === null ? 0 : Math.max(0, timer.dueMs - performance.now()),
    intervalMs: timer.handle === null ? 0 : timer.intervalMs,
  };
  clearProcessTimer(process);
  timer.intervalMs = intervalMs;
  if (delayMs > 0) arm(process, delayMs, fire);
  return before;
}

export function clearProcessTimer({ timer }: ProcessRecord): void {
  if (timer.handle !== null) clearTimeout(timer.handle);
  timer.handle = null;
}

function arm(process: ProcessRecord, delayMs: number, fire: () => void): void {
  const { timer } = process;
  timer.dueMs = performance.now() + delayMs;
  timer.handle = setTimeout(() => {
    timer.handle = null;
    if (timer.intervalMs > 0) arm(process, timer.intervalMs, fire);
    fire();
  }, delayMs);
}

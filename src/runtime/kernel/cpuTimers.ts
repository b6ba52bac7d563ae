/** Timers of processor time: they go on only while their process's thread computes, and send it SIGVTALRM or SIGPROF. */
import { readFileSync } from 'node:fs';
import type { ProcessRecord } from './processes.js';

/** How often one is looked at whose process does nothing, at most. */
const LEAST_MS = 2;

export interface CpuTimer {
  handle: NodeJS.Timeout | null;
  /** The thread's processor time when it is due. */
  dueMs: number;
  intervalMs: number;
}

/** Processor time that a thread has used, in ms. @param thread its folder in /proc */
function usedMs(thread: string): number {
  const [nanoseconds] = readFileSync(`/proc/${thread}/schedstat`, 'latin1').split(' ');
  return Number(nanoseconds) / 1e6;
}

/** Replaces one of a process's timers. Returns what was left of the old one, in ms. Errors: those of reading /proc. */
export function setCpuTimer(
  process: ProcessRecord,
  signal: number,
  thread: string,
  delayMs: number,
  intervalMs: number,
  fire: () => void,
): { leftMs: number; intervalMs: number } {
  const now = usedMs(thread);
  const before = process.cpuTimers.get(signal);
  if (before?.handle != null) clearTimeout(before.handle);
  process.cpuTimers.delete(signal);
  if (delayMs > 0) {
    const timer: CpuTimer = { handle: null, dueMs: now + delayMs, intervalMs };
    process.cpuTimers.set(signal, timer);
    look(process, signal, thread, timer, fire);
  }
  if (before === undefined || before.handle === null) return { leftMs: 0, intervalMs: 0 };
  return { leftMs: Math.max(0.001, before.dueMs - now), intervalMs: before.intervalMs };
}

function look(process: ProcessRecord, signal: number, thread: string, timer: CpuTimer, fire: () => void): void {
  let now: number;
  try {
    now = usedMs(thread);
  } catch {
    // The thread is no more.
    timer.handle = null;
    return;
  }
  const leftMs = timer.dueMs - now;
  if (leftMs > 0) {
    const again = () => look(process, signal, thread, timer, fire);
    timer.handle = setTimeout(again, Math.max(LEAST_MS, leftMs)).unref();
    return;
  }
  timer.handle = null;
  if (timer.intervalMs > 0) {
    timer.dueMs = Math.max(timer.dueMs, now - timer.intervalMs) + timer.intervalMs;
    timer.handle = setTimeout(() => look(process, signal, thread, timer, fire), timer.intervalMs).unref();
  }
  fire();
}

export function clearCpuTimers({ cpuTimers }: ProcessRecord): void {
  for (const { handle } of cpuTimers.values()) if (handle !== null) clearTimeout(handle);
  cpuTimers.clear();
}

/** The clocks of a process. */
import { openSync, readSync } from 'node:fs';
import { moduleState } from '../../object/context.js';

interface Clocks {
  /** What to add to `performance.now()` for ms since 1970. */
  wallOffsetMs: number;
  /** What to add to `performance.now()` for the system's monotonic clock in ms. */
  readonly monotonicOffsetMs: number;
  /** CPU time in ns at the start of the process: the thread may have run others before. */
  readonly cpuStartNs: number;
  /** Descriptor of what the system says about this thread; -1 where there is none. */
  readonly statistics: number;
}

const clocks = (): Clocks =>
  moduleState('clocks', () => {
    const statistics = openStatistics();
    const monotonic = process.hrtime();
    return {
      wallOffsetMs: Date.now() - performance.now(),
      monotonicOffsetMs: monotonic[0] * 1e3 + monotonic[1] / 1e6 - performance.now(),
      cpuStartNs: cpuNs(statistics),
      statistics,
    };
  });

/** Seconds since 1970. Finer than `Date.now()`, and never outside the millisecond that it says. */
export function wallMs(): number {
  const state = clocks();
  const whole = Date.now();
  const fine = state.wallOffsetMs + performance.now();
  if (fine >= whole && fine < whole + 1) return fine;
  const error = fine < whole ? fine - whole : fine - (whole + 0.999);
  state.wallOffsetMs -= error;
  return fine - error;
}

export const monotonicMs = (): number => clocks().monotonicOffsetMs + performance.now();

/** CPU time that this process has used, in ns. */
export function processCpuNs(): number {
  const { statistics, cpuStartNs } = clocks();
  return Math.max(0, cpuNs(statistics) - cpuStartNs);
}

function openStatistics(): number {
  try {
    return openSync('/proc/thread-self/schedstat', 'r');
  } catch {
    return -1;
  }
}

function cpuNs(statistics: number): number {
  if (statistics >= 0) {
    const buffer = Buffer.alloc(64);
    const count = readSync(statistics, buffer, 0, buffer.length, 0);
    return Number.parseInt(buffer.toString('latin1', 0, count), 10);
  }
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e3;
}

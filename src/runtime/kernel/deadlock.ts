/**
 * Finds out that nothing can happen any more: every process is blocked in a wait without deadline that only another
 * process could end, and has been so for a while.
 */
import { type Arena, Entry, mutexOwner, processName, reasons, rmutexOwner } from '../mp/index.js';

const TICK_MS = 250;
const PATIENCE_MS = 1000;

/** Reasons whose wait always has another end than a process. */
const ENDS_BY_ITSELF: readonly string[] = ['running', 'sleep', 'signal', 'kernel call', 'stopped'];

/** One process of a deadlock. */
export interface BlockedProcess {
  readonly pid: number;
  readonly name: string;
  readonly reason: string;
  /** Name of the process that it waits for or that holds the lock, if that is known. */
  readonly holder: string | null;
  readonly forMs: number;
  /** Where in the program it waits; '' and 0 if unknown. */
  readonly file: string;
  readonly line: number;
}

export class DeadlockWatch {
  #timer: NodeJS.Timeout | null = null;
  #seen = '';
  #since = 0;

  /**
   * @param entries the processes that live.
   * @param mayBeWoken whether something outside (a timer, a child program, a pending call) could wake one of them.
   * @param found called once, when they are in a deadlock.
   */
  constructor(
    readonly arena: Arena,
    readonly entries: () => number[],
    readonly mayBeWoken: () => boolean,
    readonly found: (blocked: BlockedProcess[]) => void,
  ) {}

  start(): void {
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tick(): void {
    this.arena.refreshIfGrown();
    const entries = this.entries();
    const picture = this.mayBeWoken() ? null : stuckPicture(this.arena, entries);
    if (picture === null || picture !== this.#seen) {
      this.#seen = picture ?? '';
      this.#since = performance.now();
    } else if (performance.now() - this.#since >= PATIENCE_MS) {
      this.stop();
      this.found(entries.map((entry) => describe(this.arena, entry)));
    }
  }
}

/** The report, a line for each process. */
export function deadlockReport(blocked: readonly BlockedProcess[]): string {
  const lines = blocked.map(({ name, pid, reason, holder, forMs, file, line }) => {
    const where = file === '' ? '' : ` at ${file}:${line}`;
    const by = holder === null ? '' : ` (${holder})`;
    return `  ${name} (pid ${pid}): ${reason}${by}, for ${(forMs / 1000).toFixed(1)} s${where}`;
  });
  return `deadlock: no process can go on, each waits for another\n${lines.join('\n')}\n`;
}

/** What identifies the waits of all processes, or null if one of them does not wait for another. */
function stuckPicture(arena: Arena, entries: readonly number[]): string | null {
  const { i32 } = arena;
  if (entries.length === 0) return null;
  const parts: string[] = [];
  for (const entry of entries) {
    const reason = reasons[Atomics.load(i32, entry + Entry.waiting)]!;
    const pending = Atomics.load(i32, entry + Entry.interrupts) !== 0 || i32[entry + Entry.awaited] !== 0;
    if (pending || i32[entry + Entry.waitTimed] !== 0 || ENDS_BY_ITSELF.includes(reason)) return null;
    parts.push(`${entry}:${i32[entry + Entry.waits]}`);
  }
  return parts.join(' ');
}

function describe(arena: Arena, entry: number): BlockedProcess {
  const { i32 } = arena;
  const reason = reasons[i32[entry + Entry.waiting]!]!;
  const holder = holderOf(arena, reason, i32[entry + Entry.waitObject]!);
  return {
    pid: i32[entry + Entry.pid]!,
    name: processName(arena, entry),
    reason,
    holder: holder === 0 ? null : processName(arena, holder),
    forMs: Math.max(0, Date.now() - arena.f64[(entry + Entry.waitSince) >> 1]!),
    file: arena.stringAt(i32[entry + Entry.positionFile]!),
    line: i32[entry + Entry.positionLine]!,
  };
}

function holderOf(arena: Arena, reason: string, object: number): number {
  if (object === 0) return 0;
  arena.reach(object, 8);
  if (reason === 'process end') return object;
  if (reason === 'lock') return mutexOwner(arena, object);
  return reason === 'rlock' ? rmutexOwner(arena, object) : 0;
}

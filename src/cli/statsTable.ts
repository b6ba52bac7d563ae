/** What `pymp run --stats` prints: a line for each process, and one for all. */
import type { NamedStats } from '../runtime/kernel/index.js';

const COLUMNS = ['process', 'pid', 'start', 'compile', 'run', 'tasks', 'sent', 'waited'] as const;
const LEFT_ALIGNED: ReadonlySet<string> = new Set(['process', 'waited']);

/**
 * Start: from being asked for until the program began; run: from there to its end, of which `compile` (what was not in the
 * cache) and `waited` (asleep, and for what) are parts.
 */
export function statsTable(processes: readonly NamedStats[]): string {
  const rows = [[...COLUMNS] as string[], ...processes.map(rowOf)];
  if (processes.length > 1) rows.push(totalOf(processes));
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: string[]): string =>
    row
      .map((cell, i) => (LEFT_ALIGNED.has(COLUMNS[i]!) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function rowOf({ name, pid, startMs, compileMs, runMs, tasks, sentBytes, waits }: NamedStats): string[] {
  return [
    name,
    String(pid),
    startMs === null ? 'never' : duration(startMs),
    duration(compileMs),
    duration(runMs),
    String(tasks),
    size(sentBytes),
    waited(waits),
  ];
}

function totalOf(processes: readonly NamedStats[]): string[] {
  const sum = (of: (stats: NamedStats) => number): number => processes.reduce((total, stats) => total + of(stats), 0);
  const byReason = new Map<string, number>();
  for (const { waits } of processes) {
    for (const { reason, ms } of waits) byReason.set(reason, (byReason.get(reason) ?? 0) + ms);
  }
  const waits = [...byReason].map(([reason, ms]) => ({ reason, ms })).sort((a, b) => b.ms - a.ms);
  return [
    `${processes.length} processes`,
    '',
    duration(sum((stats) => stats.startMs ?? 0)),
    duration(sum((stats) => stats.compileMs)),
    duration(sum((stats) => stats.runMs)),
    String(sum((stats) => stats.tasks)),
    size(sum((stats) => stats.sentBytes)),
    waited(waits),
  ];
}

/** The whole, then its parts. */
function waited(waits: readonly { readonly reason: string; readonly ms: number }[]): string {
  const total = waits.reduce((sum, { ms }) => sum + ms, 0);
  if (total === 0) return '0 ms';
  const parts = waits.filter(({ ms }) => ms >= 0.5).map(({ reason, ms }) => `${reason} ${duration(ms)}`);
  return parts.length === 0 ? duration(total) : `${duration(total)} (${parts.join(', ')})`;
}

const duration = (ms: number): string => (ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** For tests in one thread: several processes as several views on one arena. */
import { Arena, createArena, createEntry } from '../../../src/runtime/mp/index.js';

/** The kernel's arena, and one for each of `count` processes. */
export function processes(count: number): { kernel: Arena; arenas: Arena[] } {
  const kernel = createArena({ firstPid: 100, processors: 2 });
  const arenas = Array.from({ length: count }, (_, i) => new Arena(kernel.buffer, createEntry(kernel, `p${i}`, 1)));
  return { kernel, arenas };
}

export function oneProcess(): Arena {
  return processes(1).arenas[0]!;
}

export const bytes = (text: string) => Buffer.from(text, 'latin1');

/** The record that was taken last, as text. */
export function taken(arena: Arena): string {
  return Buffer.from(arena.record.subarray(0, arena.recordLength)).toString('latin1');
}

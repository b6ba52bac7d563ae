/** What the test programs have in common. */
import { writeSync } from 'node:fs';
import type { KernelClient } from '../../../src/runtime/kernel/client.js';
import { exitCodeOf, waitEnded } from '../../../src/runtime/mp/index.js';

/** What a process of the tests does. Returns its exit status. */
export type Program = (client: KernelClient, ...args: any[]) => number;

export interface Payload {
  readonly program: string;
  readonly args: readonly unknown[];
}

/** Starts a process that runs another program. Returns its pid and entry. */
export function start(client: KernelClient, program: string, ...args: unknown[]): { pid: number; entry: number } {
  const child = client.prepare('fork', program);
  client.launch(child, { program, args });
  return child;
}

/** Waits for processes. Returns their exit codes. */
export function join(client: KernelClient, processes: readonly { entry: number }[]): (number | null)[] {
  return processes.map(({ entry }) => {
    waitEnded(client.arena, entry);
    return exitCodeOf(client.arena, entry);
  });
}

export function print(...values: unknown[]): void {
  writeSync(1, `${values.map(String).join(' ')}\n`);
}

export function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

export const SIG = { INT: 2, KILL: 9, USR1: 10, ALRM: 14, TERM: 15, CHLD: 17 } as const;

export const mask = (...signals: number[]) => signals.reduce((bits, signal) => bits | (1 << (signal - 1)), 0);

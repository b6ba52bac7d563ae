/** What the processes of the kernel's tests do. Each returns its exit status. */
import { writeSync } from 'node:fs';
import { hrtime } from 'node:process';
import type { KernelClient } from '../../../src/runtime/kernel/client.js';
import { Entry, exitCodeOf, waitEnded } from '../../../src/runtime/mp/index.js';

export type Program = (client: KernelClient, ...args: any[]) => number;

const start = (client: KernelClient, program: string, ...args: unknown[]) =>
  client.start({ kind: 'spawn', name: program, payload: { program, args } });

export const programs: Record<string, Program> = {
  exit: (_client, code: number) => code,

  startMany: (client, count: number, rounds: number) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = hrtime.bigint();
      const children = Array.from({ length: count }, (_, i) => start(client, 'exit', i).entry);
      for (const [i, child] of children.entries()) {
        waitEnded(client.arena, child);
        if (exitCodeOf(client.arena, child) !== i) return 1;
      }
      times.push(Number(hrtime.bigint() - before) / 1e3);
    }
    times.sort((a, b) => a - b);
    writeSync(
      1,
      `${count} processes: first round max ${times.at(-1)} median ${times[times.length >> 1]} min ${times[0]} us\n`,
    );
    return 0;
  },
  callMany: (client, rounds: number) => {
    const before = hrtime.bigint();
    for (let i = 0; i < rounds; i++) client.call('findProcess', 1);
    writeSync(1, `call: ${Number(hrtime.bigint() - before) / 1e3 / rounds} us\n`);
    return 0;
  },
  pid: (client) => (client.arena.i32[client.arena.self + Entry.pid] === process.pid ? 0 : 1),
};

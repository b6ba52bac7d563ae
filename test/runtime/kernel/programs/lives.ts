/** Processes that start and end in good order. */
import { hrtime } from 'node:process';
import { Entry, parentPidOf, pidOf, sleepFor } from '../../../../src/runtime/mp/index.js';
import { join, type Program, print, start, times } from '../program.js';

export const exit: Program = (_client, code: number) => code;

export const say: Program = (_client, text: string) => {
  print(text);
  return 0;
};

/** Rounds of processes that end at once; prints how long a round takes, in µs. */
export const startMany: Program = (client, count: number, rounds: number, quiet = true) => {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = hrtime.bigint();
    const codes = join(
      client,
      times(count, (i) => start(client, 'exit', i)),
    );
    if (codes.some((code, i) => code !== i)) return 1;
    took.push(Number(hrtime.bigint() - before) / 1e3);
  }
  took.sort((a, b) => a - b);
  if (!quiet) print(`${count} processes: max ${took.at(-1)} median ${took[took.length >> 1]} min ${took[0]} µs`);
  return 0;
};

export const pids: Program = (client) => {
  const own = pidOf(client.arena, client.arena.self);
  const children = times(3, () => start(client, 'exit', 0));
  print(
    own === process.pid,
    children.map(({ pid }) => pid - own).join(),
    parentPidOf(client.arena, children[0]!.entry) === own,
  );
  join(client, children);
  return 0;
};

/** Ends before its child, which prints later that it has been adopted. */
export const orphan: Program = (client) => {
  start(client, 'adopted');
  print('parent ends');
  return 5;
};

export const adopted: Program = (client) => {
  sleepFor(client.arena, 50);
  print('child goes on, parent', Atomics.load(client.arena.i32, client.arena.self + Entry.parentPid));
  return 0;
};

/** How deep a recursion may go. */
export const recurse: Program = (_client, depth: number) => {
  const down = (n: number): number => (n === 0 ? 0 : down(n - 1) + 1);
  print(down(depth));
  return 0;
};

/** Many lines, each written by itself, from several processes at once. */
export const lines: Program = (client, processes: number, count: number) => {
  const codes = join(
    client,
    times(processes, (i) => start(client, 'linesOf', i, count)),
  );
  return codes.every((code) => code === 0) ? 0 : 1;
};

export const linesOf: Program = (_client, id: number, count: number) => {
  for (let i = 0; i < count; i++) print(`process ${id} line ${i}`);
  return 0;
};

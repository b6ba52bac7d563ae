/** Processes that use the same locks and queues; each program checks its result. */
import * as mp from '../../../../src/runtime/mp/index.js';
import { join, type Program, print, start, times } from '../program.js';

const allZero = (codes: (number | null)[]) => (codes.every((code) => code === 0) ? 0 : 1);
const bytesOf = (text: string) => Buffer.from(text);

/** Every process adds to a plain cell under a lock: `kind` says which. */
export const counting: Program = (client, kind: string, processes: number, rounds: number) => {
  const { arena } = client;
  const cell = arena.alloc(8);
  const at =
    kind === 'semaphore'
      ? mp.createSemaphore(arena, 1, 1)
      : kind === 'lock'
        ? mp.createMutex(arena)
        : mp.createRMutex(arena);
  const code = allZero(
    join(
      client,
      times(processes, () => start(client, 'count', kind, at, cell, rounds)),
    ),
  );
  print(kind, arena.i32[cell]);
  return code;
};

export const count: Program = ({ arena }, kind: string, at: number, cell: number, rounds: number) => {
  arena.reach(cell, 2);
  for (let i = 0; i < rounds; i++) {
    if (kind === 'lock') mp.acquireMutex(arena, at);
    else if (kind === 'semaphore') mp.acquireSemaphore(arena, at);
    else {
      mp.acquireRMutex(arena, at, 1);
      mp.acquireRMutex(arena, at, 1);
      mp.releaseRMutex(arena, at, 1);
    }
    arena.i32[cell] = arena.i32[cell]! + 1;
    if (kind === 'lock') mp.releaseMutex(arena, at);
    else if (kind === 'semaphore') mp.releaseSemaphore(arena, at);
    else mp.releaseRMutex(arena, at, 1);
  }
  return 0;
};

/** Producers and consumers on one queue; the sum of what was taken must be that of what was put. */
export const queueing: Program = (client, processes: number, rounds: number, maxItems: number, sizeBytes: number) => {
  const { arena } = client;
  const ring = mp.createRing(arena, maxItems);
  const results = mp.createRing(arena);
  const producers = times(processes, () => start(client, 'produce', ring, rounds, sizeBytes));
  const consumers = times(processes, () => start(client, 'consume', ring, results));
  if (allZero(join(client, producers)) !== 0) return 1;
  for (let i = 0; i < processes; i++) mp.putRecord(arena, ring, new Uint8Array(0));
  if (allZero(join(client, consumers)) !== 0) return 2;
  let sum = 0;
  for (let i = 0; i < processes; i++) {
    mp.getRecord(arena, results);
    sum += Number(Buffer.from(mp.recordCopy(arena)).toString());
  }
  print('taken', sum, 'left', mp.ringItems(arena, ring));
  return 0;
};

export const produce: Program = ({ arena }, ring: number, rounds: number, sizeBytes: number) => {
  arena.reach(ring, 32);
  for (let i = 1; i <= rounds; i++) {
    const text = String(i).padEnd(Math.max(sizeBytes, 1) * (i % 7 === 0 ? 3 : 1));
    mp.putRecord(arena, ring, bytesOf(text));
  }
  return 0;
};

export const consume: Program = ({ arena }, ring: number, results: number) => {
  arena.reach(Math.max(ring, results), 32);
  let sum = 0;
  for (;;) {
    mp.getRecord(arena, ring);
    if (arena.recordLength === 0) break;
    sum += Number.parseInt(Buffer.from(arena.record.buffer, 0, arena.recordLength).toString('latin1'), 10);
  }
  mp.putRecord(arena, results, bytesOf(String(sum)));
  return 0;
};

/** A record there and back. */
export const pingPong: Program = (client, rounds: number) => {
  const { arena } = client;
  const [mine, theirs] = mp.createPipe(arena, true);
  const child = start(client, 'pong', mp.handleAddress(arena, theirs.reader), mp.handleAddress(arena, theirs.writer));
  mp.closePipeEnd(arena, theirs);
  const before = performance.now();
  for (let i = 0; i < rounds; i++) {
    mp.sendRecord(arena, mine, bytesOf(String(i)));
    mp.receiveRecord(arena, mine);
    if (Buffer.from(mp.recordCopy(arena)).toString() !== String(i)) return 1;
  }
  if (rounds > 1000) print(`${((performance.now() - before) * 1e3) / rounds} µs`);
  mp.closePipeEnd(arena, mine);
  return allZero(join(client, [child]));
};

/** Answers until nobody is left that could write, although it inherited an end itself: it closes that one. */
export const pong: Program = ({ arena }, reading: number, writing: number) => {
  const end = {
    reader: mp.openHandle(arena, 'reader', reading),
    writer: mp.openHandle(arena, 'writer', writing),
  };
  const inherited: number[] = [];
  for (let node = arena.i32[arena.self + mp.Entry.handles]!; node !== 0; node = arena.i32[node]!) inherited.push(node);
  for (const node of inherited) if (node !== end.reader && node !== end.writer) mp.closeHandle(arena, node);
  for (;;) {
    const result = mp.receiveRecord(arena, end);
    if (result === 'closed') return 0;
    mp.sendRecord(arena, end, mp.recordCopy(arena));
  }
};

/** Rounds through a barrier; nobody may be ahead of the others. */
export const barrierRounds: Program = (client, processes: number, rounds: number) => {
  const { arena } = client;
  const barrier = mp.createBarrier(arena, processes);
  const cell = arena.alloc(8);
  const code = allZero(
    join(
      client,
      times(processes, () => start(client, 'pass', barrier, cell, processes, rounds)),
    ),
  );
  print('passed', arena.i32[cell]);
  return code;
};

export const pass: Program = ({ arena }, barrier: number, cell: number, processes: number, rounds: number) => {
  arena.reach(cell, 2);
  for (let round = 1; round <= rounds; round++) {
    Atomics.add(arena.i32, cell, 1);
    if (mp.waitBarrier(arena, barrier) === null) return 1;
    if (Atomics.load(arena.i32, cell) < round * processes) return 2;
  }
  return 0;
};

/** A condition that hands a token round: each process passes it on when it is its turn. */
export const conditionRounds: Program = (client, processes: number, rounds: number) => {
  const { arena } = client;
  const lock = mp.createMutex(arena);
  const condition = mp.createCondition(arena);
  const turn = arena.alloc(8);
  const code = allZero(
    join(
      client,
      times(processes, (i) => start(client, 'takeTurns', lock, condition, turn, i, processes, rounds)),
    ),
  );
  print('turns', arena.i32[turn]);
  return code;
};

export const takeTurns: Program = (
  { arena },
  lock: number,
  condition: number,
  turn: number,
  me: number,
  processes: number,
  rounds: number,
) => {
  arena.reach(turn, 2);
  for (let i = 0; i < rounds; i++) {
    mp.acquireMutex(arena, lock);
    while (arena.i32[turn]! % processes !== me) {
      mp.waitCondition(arena, condition, Infinity, () => mp.releaseMutex(arena, lock));
      mp.acquireMutex(arena, lock);
    }
    arena.i32[turn] = arena.i32[turn]! + 1;
    mp.notifyCondition(arena, condition);
    mp.releaseMutex(arena, lock);
  }
  return 0;
};

/** Waits for any of many queues, and for the ends of the processes that fill them. */
export const waitingForAny: Program = (client, processes: number, rounds: number) => {
  const { arena } = client;
  const rings = times(processes, () => mp.createRing(arena));
  const children = rings.map((ring) => start(client, 'produce', ring, rounds, 1));
  const sources = [
    ...rings.map((ring) => mp.readerSource(arena, ring)),
    ...children.map(({ entry }) => mp.processSource(arena, entry)),
  ];
  let taken = 0;
  const ended = new Set<number>();
  while (taken < processes * rounds || ended.size < processes) {
    const open = sources.filter((_, i) => !ended.has(i));
    for (const ready of mp.waitAny(arena, open)) {
      const i = sources.indexOf(open[ready]!);
      if (i >= processes) ended.add(i);
      else while (mp.getRecord(arena, rings[i]!, 0) === 'done') taken++;
    }
  }
  print('taken', taken);
  return 0;
};

/** An event that the parent sets for all. */
export const eventRounds: Program = (client, processes: number) => {
  const { arena } = client;
  const event = mp.createEvent(arena);
  const children = times(processes, () => start(client, 'awaitEvent', event));
  mp.sleepFor(arena, 20);
  mp.setEvent(arena, event);
  return allZero(join(client, children));
};

export const awaitEvent: Program = ({ arena }, event: number) => {
  arena.reach(event, 4);
  return mp.waitEvent(arena, event) ? 0 : 1;
};

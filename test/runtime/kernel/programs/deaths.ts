/** Processes that are ended by force, interrupted, or stuck. */
import { threadId } from 'node:worker_threads';
import * as mp from '../../../../src/runtime/mp/index.js';
import { join, mask, type Program, print, SIG, start, times } from '../program.js';

export const spin: Program = () => {
  for (;;);
};

export const sleepLong: Program = ({ arena }) => {
  mp.sleepFor(arena, 1e6);
  return 0;
};

/** Ends processes that spin or sleep; prints their exit codes. */
export const killing: Program = (client, program: string, signal: number) => {
  const children = times(3, () => start(client, program));
  for (const { entry } of children) {
    while (client.arena.i32[entry + mp.Entry.state] === mp.ProcessState.created) mp.sleepFor(client.arena, 1);
  }
  for (const { pid } of children) client.call('kill', pid, signal);
  print(join(client, children).join());
  return 0;
};

/** A process that is ended before its thread has begun it. */
export const killingAtOnce: Program = (client) => {
  const children = times(4, () => start(client, 'sleepLong'));
  for (const { pid } of children) client.call('kill', pid, SIG.TERM);
  print(join(client, children).join());
  return 0;
};

/** Ends processes at random moments while they use a queue, the allocator and a condition, which must stay usable. */
export const killStress: Program = (client, rounds: number) => {
  const { arena } = client;
  const ring = mp.createRing(arena, 64);
  const condition = mp.createCondition(arena);
  for (let round = 0; round < rounds; round++) {
    const children = times(3, (i) => start(client, 'abuse', ring, condition, i));
    const survivor = start(client, 'drain', ring);
    mp.sleepFor(arena, 1 + ((round * 7) % 5));
    for (const { pid } of children) client.call('kill', pid, SIG.KILL);
    if (join(client, children).some((code) => code !== -SIG.KILL)) return 1;
    // An empty record asks the survivor to end: so the queue still works.
    mp.putRecord(arena, ring, new Uint8Array(0));
    if (join(client, [survivor])[0] !== 0) return 2;
    while (mp.getRecord(arena, ring, 0) === 'done');
    if (mp.ringItems(arena, ring) !== 0) return 3;
  }
  mp.notifyCondition(arena, condition);
  print('threads were ended', rounds * 3, 'times');
  return 0;
};

export const abuse: Program = ({ arena }, ring: number, condition: number, id: number) => {
  arena.reach(Math.max(ring, condition), 32);
  for (let i = 0; ; i++) {
    mp.putRecord(arena, ring, new Uint8Array(1 + ((i * 37) % 9000)).fill(id + 1));
    const block = arena.alloc(8 + ((i * 13) % 500));
    mp.waitCondition(arena, condition, i % 50 === 0 ? 1 : 0, () => {});
    arena.free(block);
  }
};

export const drain: Program = ({ arena }, ring: number) => {
  arena.reach(ring, 32);
  for (;;) {
    mp.getRecord(arena, ring);
    if (arena.recordLength === 0) return 0;
    const id = arena.record[0]!;
    for (let i = 1; i < arena.recordLength; i++) if (arena.record[i] !== id) return 9;
  }
};

/** A lock stays held when its holder is ended; the waiter gives up after its time. */
export const lockOfTheDead: Program = (client) => {
  const { arena } = client;
  const lock = mp.createMutex(arena);
  const child = start(client, 'holdAndSleep', lock);
  while (mp.isMutexFree(arena, lock)) mp.sleepFor(arena, 1);
  client.call('kill', child.pid, SIG.KILL);
  join(client, [child]);
  print(mp.acquireMutex(arena, lock, 30));
  return 0;
};

export const holdAndSleep: Program = ({ arena }, lock: number) => {
  arena.reach(lock, 2);
  mp.acquireMutex(arena, lock);
  mp.sleepFor(arena, 1e6);
  return 0;
};

/** The reader of a pipe learns that the last writer was ended. */
export const pipeOfTheDead: Program = (client) => {
  const { arena } = client;
  const [mine, theirs] = mp.createPipe(arena, false);
  const child = start(client, 'sleepLong');
  mp.closePipeEnd(arena, theirs);
  client.call('kill', child.pid, SIG.KILL);
  print(mp.receiveRecord(arena, mine));
  return 0;
};

/** What an ended process had in its output buffer is written. */
export const lastWords: Program = (client) => {
  const { arena } = client;
  const child = start(client, 'mumble');
  while (arena.i32[child.entry + mp.Entry.waiting] === 0) mp.sleepFor(arena, 1);
  client.call('kill', child.pid, SIG.KILL);
  join(client, [child]);
  return 0;
};

export const mumble: Program = ({ arena }) => {
  const output = mp.createOutput(arena, 1, 100);
  const words = Buffer.from('last words\n');
  mp.outputBytes(arena, output, 100).set(words);
  mp.setOutputLength(arena, output, words.length);
  mp.sleepFor(arena, 1e6);
  return 0;
};

/** Blocks in several ways, each time interrupted by a signal whose handler throws. */
export const interrupted: Program = (client) => {
  const { arena } = client;
  mp.setSignals(arena, { handled: mask(SIG.USR1), awaited: 0, ignored: 0 });
  arena.hooks.interrupt = () => {
    throw new Error(`signals ${mp.takeInterrupts(arena)}`);
  };
  const semaphore = mp.createSemaphore(arena, 0);
  const ring = mp.createRing(arena);
  const waits: [string, () => unknown][] = [
    ['semaphore', () => mp.acquireSemaphore(arena, semaphore)],
    ['get', () => mp.getRecord(arena, ring)],
    ['sleep', () => mp.sleepFor(arena, 1e6)],
    ['select', () => mp.waitAny(arena, [mp.readerSource(arena, ring)])],
    ['call', () => client.call('socketSelect', [], [], -1)],
  ];
  for (const [name, wait] of waits) {
    const child = start(client, 'signalParent', 10);
    try {
      wait();
      print(name, 'was not interrupted');
    } catch (error) {
      print(name, (error as Error).message);
    }
    join(client, [child]);
  }
  // Everything works after it.
  mp.putRecord(arena, ring, Buffer.from('x'));
  print(mp.getRecord(arena, ring), client.call('findProcess', 1));
  return 0;
};

export const signalParent: Program = (client, delayMs: number) => {
  mp.sleepFor(client.arena, delayMs);
  client.call('kill', mp.parentPidOf(client.arena, client.arena.self), SIG.USR1);
  return 0;
};

/** A handler that returns: the wait goes on. */
export const alarms: Program = (client) => {
  const { arena } = client;
  mp.setSignals(arena, { handled: mask(SIG.ALRM), awaited: mask(SIG.ALRM), ignored: 0 });
  let fired = 0;
  arena.hooks.interrupt = () => {
    mp.takeInterrupts(arena);
    fired++;
  };
  client.call('setTimer', 10, 10);
  mp.sleepFor(arena, 100);
  const { intervalMs } = client.call('setTimer', 0, 0);
  print(fired > 3, intervalMs);
  return 0;
};

export const dieBySignal: Program = (client, signal: number) => {
  client.call('kill', mp.pidOf(client.arena, client.arena.self), signal);
  mp.sleepFor(client.arena, 1e6);
  return 0;
};

/** Handles a signal that comes from outside; `block` or else it computes. */
export const awaitSignal: Program = (client, signal: number, blocks: boolean) => {
  const { arena } = client;
  mp.setSignals(arena, { handled: mask(signal), awaited: mask(signal), ignored: 0 });
  client.call('watchSignals', mask(signal));
  arena.hooks.interrupt = () => {
    throw new Error(`signals ${mp.takeInterrupts(arena)}`);
  };
  print('ready');
  try {
    if (blocks) mp.acquireSemaphore(arena, mp.createSemaphore(arena, 0));
    while (!mp.hasInterrupts(arena));
    arena.hooks.interrupt();
  } catch (error) {
    print((error as Error).message);
  }
  return 0;
};

export const ready: Program = (client) => {
  print('ready');
  mp.sleepFor(client.arena, 1e6);
  return 0;
};

/** Starts children that start children, each ending at once: nobody may be forgotten. */
export const generations: Program = (client, depth: number, width: number, counter?: number) => {
  const { arena } = client;
  const cell = counter ?? arena.alloc(8);
  arena.reach(cell, 2);
  if (depth > 0) times(width, () => start(client, 'generations', depth - 1, width, cell));
  Atomics.add(arena.i32, cell, 1);
  mp.wake(arena, cell);
  const total = (width ** (depth + 1) - 1) / (width - 1);
  while (counter === undefined && Atomics.load(arena.i32, cell) < total) mp.sleepFor(arena, 2);
  return 0;
};

/** Main and child wait for each other. */
export const deadlock: Program = (client) => {
  const { arena } = client;
  arena.hooks.position = () => ({ file: 'main.py', line: 7 });
  const lock = mp.createMutex(arena);
  mp.acquireMutex(arena, lock);
  join(client, [start(client, 'holdAndSleep', lock)]);
  return 0;
};

/** Waits for a lock that nobody frees, but a signal from outside could be awaited: no deadlock. */
export const waitForOutside: Program = ({ arena }) => {
  mp.setSignals(arena, { handled: mask(SIG.TERM), awaited: mask(SIG.TERM), ignored: 0 });
  const lock = mp.createMutex(arena);
  mp.acquireMutex(arena, lock);
  print(mp.acquireMutex(arena, lock, 2500));
  return 0;
};

/** A child's heap overflows; the others do not notice more than its end. */
export const memoryOfTheChild: Program = (client) => {
  print(join(client, [start(client, 'eatMemory')]).join());
  return 0;
};

/** Fills its heap. */
export const eatMemory: Program = () => {
  const eaten: unknown[] = [];
  for (;;) eaten.push(new Array(1e5).fill(threadId));
};

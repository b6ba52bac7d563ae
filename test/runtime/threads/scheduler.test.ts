/** Choosing the next thread while threads wait for what the kernel has to be asked about. */
import { expect, test } from 'vitest';
import { sleepFor } from '../../../src/runtime/mp/index.js';
import { GreenThread, Scheduler, type Wait } from '../../../src/runtime/threads/scheduler.js';
import { oneProcess } from '../mp/arenas.js';

test('no thread runs while a wait is looked at, even if that sleeps', () => {
  const arena = oneProcess();
  const scheduler = new Scheduler(arena);
  const done: string[] = [];
  function* waitFor(name: string, wait: Wait): Generator<undefined, null> {
    if (!wait.ready()) {
      scheduler.current.wait = wait;
      yield undefined;
      scheduler.current.wait = null;
    }
    done.push(name);
    return null;
  }
  const begin = (ident: number, name: string, wait: Wait) =>
    scheduler.begin(new GreenThread(ident, false, waitFor(name, wait)));

  let asked = 0;
  const askingKernel = () => {
    asked++;
    sleepFor(arena, 2);
    return asked > 2;
  };
  let turns = 0;
  const soon = () => ++turns > 1;
  begin(1, 'asks', { ready: askingKernel, deadline: Infinity });
  begin(2, 'soon', { ready: soon, deadline: Infinity });
  begin(3, 'soon', { ready: soon, deadline: Infinity });
  scheduler.joinAll();
  expect(done).toEqual(expect.arrayContaining(['soon', 'soon', 'asks']));
  expect(scheduler.threads).toEqual([]);
});

/** Functions made of steps, in a thread that shares what it waits for with other processes. */
import { expect, test } from 'vitest';
import type { WaitSource } from '../../../src/runtime/mp/index.js';
import { type Steps, suspendSteps } from '../../../src/runtime/threads/steps.js';
import type { Wait } from '../../../src/runtime/threads/scheduler.js';

/** A source that says these things in turn. */
function source(...answers: boolean[]): WaitSource {
  return { ready: () => answers.shift() ?? false, arm: () => 0, disarm: () => {} };
}

/** One sleep; the result is what the function is told of it. */
function* sleepOnce(of: WaitSource, deadline: number): Steps<boolean> {
  return yield { source: of, deadline };
}

/** Runs a thread as the scheduler does. */
function run(steps: Steps<boolean>): boolean {
  let wait: Wait | null = null;
  const thread = suspendSteps(steps, (w) => {
    wait = w;
  });
  for (let step = thread.next(); ; step = thread.next()) {
    if (step.done === true) return step.value;
    while (!wait!.ready() && performance.now() < wait!.deadline);
  }
}

test.each([
  ['ready at once', [true], Infinity, true],
  ['ready later', [false, false, true], Infinity, true],
  ['ready, and taken by another process before the thread runs', [false, true, false], Infinity, true],
  ['never ready', [], 0, false],
  ['not ready in time', [], 5, false],
])('a thread that waits for something %s', (_name, answers, limitMs, expected) => {
  expect(run(sleepOnce(source(...answers), performance.now() + limitMs))).toBe(expected);
});

/** The kernel with real threads, from the outside: what a program prints and how Node ends. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildKernel, type RunOptions, runKernel } from './build.js';

const folder = mkdtempSync(join(tmpdir(), 'kernel-test-'));

beforeAll(buildKernel);
afterAll(() => rmSync(folder, { recursive: true }));

interface Case {
  readonly program: string;
  readonly args?: readonly unknown[];
  readonly stdout?: string;
  readonly code?: number | null;
  readonly signal?: string;
  readonly options?: RunOptions;
}

async function check({ program, args = [], stdout = '', code = 0, signal, options }: Case): Promise<void> {
  const outcome = await runKernel(program, args, options);
  expect(outcome).toEqual({ stdout, stderr: '', code, signal: signal ?? null });
}

describe.concurrent('lives', () => {
  test.each<Case>([
    { program: 'exit', args: [3], code: 3 },
    { program: 'exit', args: [-15], code: null, signal: 'SIGTERM' },
    { program: 'exit', args: [-9], code: null, signal: 'SIGKILL' },
    { program: 'pids', stdout: 'true 1,2,3 true\n' },
    { program: 'orphan', stdout: 'parent ends\nchild goes on, parent 1\n', code: 5 },
    { program: 'recurse', args: [200_000], stdout: '200000\n' },
    { program: 'startMany', args: [3, 30] },
    { program: 'generations', args: [3, 2] },
  ])('$program $args', check);
});

describe.concurrent('sharing', () => {
  test.each<Case>([
    { program: 'counting', args: ['lock', 4, 10_000], stdout: 'lock 40000\n' },
    { program: 'counting', args: ['rlock', 4, 5000], stdout: 'rlock 20000\n' },
    { program: 'counting', args: ['semaphore', 4, 10_000], stdout: 'semaphore 40000\n' },
    { program: 'queueing', args: [2, 10_000, 0, 1], stdout: 'taken 100010000 left 0\n' },
    { program: 'queueing', args: [2, 3000, 10, 1], stdout: 'taken 9003000 left 0\n' },
    { program: 'queueing', args: [2, 300, 0, 5000], stdout: 'taken 90300 left 0\n' },
    { program: 'pingPong', args: [500] },
    { program: 'barrierRounds', args: [4, 100], stdout: 'passed 400\n' },
    { program: 'conditionRounds', args: [4, 100], stdout: 'turns 400\n' },
    { program: 'waitingForAny', args: [3, 300], stdout: 'taken 900\n' },
    { program: 'eventRounds', args: [4] },
  ])('$program $args', check);
});

describe.concurrent('deaths', () => {
  test.each<Case>([
    { program: 'killing', args: ['spin', 15], stdout: '-15,-15,-15\n' },
    { program: 'killing', args: ['sleepLong', 9], stdout: '-9,-9,-9\n' },
    { program: 'killingAtOnce', stdout: '-15,-15,-15,-15\n' },
    { program: 'killStress', args: [8], stdout: 'threads were ended 24 times\n' },
    { program: 'lockOfTheDead', stdout: 'false\n' },
    { program: 'pipeOfTheDead', stdout: 'closed\n' },
    { program: 'lastWords', stdout: 'last words\n' },
    { program: 'alarms', stdout: 'true 10\n' },
    { program: 'dieBySignal', args: [15], code: null, signal: 'SIGTERM' },
    { program: 'waitForOutside', stdout: 'false\n' },
    {
      program: 'interrupted',
      stdout: [
        ...['semaphore', 'get', 'sleep', 'select', 'call'].map((name) => `${name} signals 512`),
        'done 0\n',
      ].join('\n'),
    },
  ])('$program $args', check);

  const sendWhenReady = (name: NodeJS.Signals): RunOptions => {
    let sent = false;
    return {
      onOutput: (stdout, kill) => {
        if (!sent && stdout.includes('ready')) kill(name);
        sent ||= stdout.includes('ready');
      },
    };
  };

  test.each<Case>([
    { program: 'awaitSignal', args: [2, true], stdout: 'ready\nsignals 2\n', options: sendWhenReady('SIGINT') },
    { program: 'awaitSignal', args: [10, true], stdout: 'ready\nsignals 512\n', options: sendWhenReady('SIGUSR1') },
    { program: 'awaitSignal', args: [15, false], stdout: 'ready\nsignals 16384\n', options: sendWhenReady('SIGTERM') },
    { program: 'ready', stdout: 'ready\n', code: null, signal: 'SIGINT', options: sendWhenReady('SIGINT') },
    { program: 'ready', stdout: 'ready\n', code: null, signal: 'SIGHUP', options: sendWhenReady('SIGHUP') },
  ])('$program $args: a real signal', check);

  test('a full heap ends only its process', async () => {
    const outcome = await runKernel('memoryOfTheChild', [], { env: { HEAP_MB: '32' } });
    expect(outcome).toEqual({ stdout: '-9\n', stderr: 'eatMemory: ERR_WORKER_OUT_OF_MEMORY\n', code: 0, signal: null });
  });

  test('a deadlock is reported and ended', async () => {
    const { code, stderr } = await runKernel('deadlock', []);
    expect(code).toBe(70);
    const numbers = stderr.replace(/pid \d+/g, 'pid N').replace(/for \d+\.\d s/g, 'for T');
    expect(numbers).toBe(
      'deadlock: no process can go on, each waits for another\n' +
        '  MainProcess (pid N): process end (holdAndSleep), for T at main.py:7\n' +
        '  holdAndSleep (pid N): lock (MainProcess), for T\n',
    );
  });
});

describe.concurrent('calls', () => {
  test.each<Case>([
    { program: 'cat', options: { stdin: 'hello world' }, stdout: '"hello worl"\n"d"\n' },
    { program: 'readWithTimeout', options: { stdin: null }, stdout: 'null\n' },
    {
      program: 'runPrograms',
      stdout: 'through a pipe\nnull null\n0 true\nfrom the shell\n3\n-15\nENOENT 2\n',
    },
    { program: 'sockets', args: ['inet'], stdout: 'null\nquestion\n0\n0\nECONNREFUSED\nEBADF\n' },
    {
      program: 'sockets',
      args: ['unix', join(folder, 'socket')],
      stdout: 'null\nquestion\n0\n0\nECONNREFUSED\nEBADF\n',
    },
    { program: 'datagrams', stdout: 'null\npacket true\n' },
    { program: 'preFork', stdout: 'from the child\n' },
  ])('$program $args', check);
});

test('many processes write lines to a slowly read pipe, and none is lost', async () => {
  const { stdout, stderr, code } = await runKernel('lines', [4, 10_000], { readSlowly: true });
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBe(40_000);
  for (let i = 0; i < 4; i++) {
    const own = lines.filter((line) => line.startsWith(`process ${i} `));
    expect(own).toEqual(Array.from({ length: 10_000 }, (_, line) => `process ${i} line ${line}`));
  }
});

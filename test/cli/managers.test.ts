/** Objects of a manager that lie in the shared memory: no program can tell, but for the time that each call takes. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

/** How an ident begins that says where the object lies. */
const IN_ARENA = '7e';

const PROGRAM = `
import multiprocessing
with multiprocessing.Manager() as manager:
    for name in 'Lock RLock Semaphore BoundedSemaphore Event Queue JoinableQueue dict list'.split():
        print(name, getattr(manager, name)()._id[:2])
`;

test.each(['fork', 'spawn'])('locks, queues, lists and dicts of a manager that is started by %s', (method) => {
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'run', '--start-method', method, '-c', PROGRAM], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const idents = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
  expect(idents.size).toBe(9);
  for (const [name, start] of idents) expect(`${name} ${start}`).toBe(`${name} ${IN_ARENA}`);
});

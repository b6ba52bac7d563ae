/**
 * A command ends with its main program, and the daemon that it has left goes on: it answers to its pid, and ends when it is told. Who reads
 * what the command prints is not kept waiting by the daemon, which has other streams.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../../dist/cli.js');

const DAEMON = `import os, signal, sys, time

def end(number, frame):
    with open('ended', 'w') as f:
        f.write('by %d' % number)
    os._exit(0)

def begin():
    print('begins')
    if os.fork() > 0:
        sys.exit(4)
    sys.stdout = None
    os.setsid()
    if os.fork() > 0:
        os._exit(0)
    nothing = os.open('/dev/null', os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    signal.signal(signal.SIGTERM, end)
    with open('pid.new', 'w') as f:
        f.write(str(os.getpid()))
    os.rename('pid.new', 'pid')
    while True:
        time.sleep(0.05)
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pymp-daemon-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (file: string) =>
  spawnSync(process.execPath, [cli, 'run', file], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What the file says, once it is there. */
async function contents(name: string): Promise<string> {
  for (;;) {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      await setTimeout(20);
    }
  }
}

test.each([
  ['in the program', { 'main.py': `${DAEMON}\nbegin()\n` }],
  ['in a module beside it', { 'background.py': DAEMON, 'main.py': 'from background import begin\nbegin()\n' }],
])('a daemon that begins %s', async (_, files) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  expect(run('main.py')).toMatchObject({ status: 4, stdout: 'begins\n', stderr: '' });
  const pid = Number(await contents('pid'));
  process.kill(pid, 'SIGTERM');
  expect(await contents('ended')).toBe('by 15');
});

test.each([
  ['sys.exit(7)', 7, null],
  ['1 / 0', 1, null],
  ['os.kill(os.getpid(), signal.SIGTERM)', null, 'SIGTERM'],
  ['os.kill(os.getppid(), 0)', 0, null],
])('a program that begins no daemon after all: %s', (statement, status, signal) => {
  writeFileSync(join(folder, 'main.py'), `import os, signal, sys\n# fork(), setsid()\n${statement}\n`);
  expect(run('main.py')).toMatchObject({ status, signal });
});

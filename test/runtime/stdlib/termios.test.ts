/** On a terminal, which `script` of util-linux makes; without that command there is nothing to test it with. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../../../dist/cli.js');
const hasScript = spawnSync('script', ['--version']).status === 0;

/** The lines that a program prints on a terminal; `typed` is typed when it has asked with '? '. */
async function onTerminal(program: string, typed = ''): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pymp-terminal-'));
  try {
    const file = join(folder, 'main.py');
    writeFileSync(file, program);
    const command = `'${process.execPath}' '${cli}' run '${file}'`;
    const terminal = spawn('script', ['-qec', command, '/dev/null']);
    let shown = '';
    terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      if (shown.endsWith('? ')) terminal.stdin.write(typed);
    });
    await once(terminal, 'close');
    return shown.split(/\r?\n/).filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.runIf(hasScript)('settings are read, changed for a while, and put back', async () => {
  const program = `
import termios, tty
before = termios.tcgetattr(0)
print(before[3] & termios.ICANON, before[6][termios.VMIN])
tty.setcbreak(0)
print(termios.tcgetattr(0)[3] & (termios.ICANON | termios.ECHO), termios.tcgetattr(0)[6][termios.VMIN])
termios.tcsetattr(0, termios.TCSADRAIN, before)
print(termios.tcgetattr(0) == before)
`;
  expect(await onTerminal(program)).toEqual(["2 b'\\x01'", '0 1', 'True']);
});

test.runIf(hasScript)('the size of the window', async () => {
  const program = `
import fcntl, os, struct, termios
termios.tcsetwinsize(0, (30, 100))
print(os.get_terminal_size(0), termios.tcgetwinsize(0))
fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 20, 70, 0, 0))
print(struct.unpack('hh', fcntl.ioctl(0, termios.TIOCGWINSZ, b'1234')))
`;
  expect(await onTerminal(program)).toEqual(['os.terminal_size(columns=100, lines=30) (30, 100)', '(20, 70)']);
});

test.runIf(hasScript)('a password is read from the terminal itself, and not shown', async () => {
  const program = `import getpass; print(repr(getpass.getpass('? ')))`;
  expect(await onTerminal(program, 'secret\n')).toEqual(['? ', "'secret'"]);
});

test.runIf(hasScript)('Ctrl-C ends the wait for it', async () => {
  const program = `
import getpass
try:
    getpass.getpass('? ')
except KeyboardInterrupt:
    print('interrupted')
`;
  expect(await onTerminal(program, '\x03')).toEqual(['? interrupted']);
});

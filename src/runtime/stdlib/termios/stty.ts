/**
 * Settings of terminals. Node asks and sets next to nothing of them, so `stty` of the system does it, on the terminal that it gets as its
 * standard input. Its `-g` form holds all fields of the structure as hexadecimal numbers: input, output, control and local flags, then the
 * control characters.
 * Spec: termios(3), stty(1)
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { fail } from '../../io/openFile.js';

export interface TerminalSettings {
  input: number;
  output: number;
  /** The speed is in it, too. */
  control: number;
  local: number;
  characters: number[];
}

/** Bits of the control flags that say the speed. */
export const SPEED = 0o10017;
export const CHARACTERS = 32;
/** The first of Linux's major numbers of their devices. */
const PSEUDO_TERMINALS = 136;

/** Runs `stty` on a terminal. Returns what it prints. ENOSYS where there is none, EINVAL for what it refuses. */
function stty(terminal: number, ...args: string[]): string {
  const { error, status, stdout } = spawnSync('stty', args, {
    stdio: [terminal, 'pipe', 'ignore'],
    encoding: 'latin1',
  });
  if (error !== undefined) fail('ENOSYS');
  if (status !== 0) fail('EINVAL');
  return stdout.trim();
}

export function readSettings(terminal: number): TerminalSettings {
  const [input, output, control, local, ...characters] = stty(terminal, '-g')
    .split(':')
    .map((field) => Number.parseInt(field, 16));
  return { input: input!, output: output!, control: control!, local: local!, characters };
}

export function writeSettings(terminal: number, { input, output, control, local, characters }: TerminalSettings): void {
  stty(terminal, [input, output, control, local, ...characters].map((field) => field.toString(16)).join(':'));
}

/** Rows and columns; zeros where nobody has set them. */
export function readSize(terminal: number): [number, number] {
  const [rows, columns] = stty(terminal, 'size').split(' ').map(Number);
  return [rows!, columns!];
}

export function writeSize(terminal: number, rows: number, columns: number): void {
  stty(terminal, 'rows', String(rows), 'columns', String(columns));
}

/** Throws away what has been typed and not been read. */
export function discardInput(terminal: number): void {
  const { O_RDONLY, O_NONBLOCK, O_NOCTTY } = fs.constants;
  const own = fs.openSync(`/proc/self/fd/${terminal}`, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  const into = Buffer.alloc(4096);
  try {
    while (fs.readSync(own, into) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  } finally {
    fs.closeSync(own);
  }
}

/** Whether no line is behind it, but a program. */
export function isPseudoTerminal(terminal: number): boolean {
  const major = fs.fstatSync(terminal).rdev >> 8;
  return major >= PSEUDO_TERMINALS && major < PSEUDO_TERMINALS + 8;
}

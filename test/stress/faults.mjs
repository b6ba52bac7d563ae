/**
 * Surroundings in which something does not work, and what a program has to do in them.
 *
 * Each scene runs programs/faulted.py, or a server among bad clients, and gives null if all went as it should, else what went wrong.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INTRUDERS, intrude } from '../interop/intruders.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const PROGRAM = join(here, 'programs/faulted.py');
const SERVERS = join(here, '../interop/programs');
const LIMIT_MS = 60_000;
const KEY = 'secret-key';

/** Runs a command to its end. @param options those of `spawn`. */
function run(command, args, options = {}, meanwhile = () => {}) {
  const child = spawn(command[0], [...command.slice(1), ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  return new Promise((resolve) => {
    const result = { code: null, out: '', err: '', isLate: false };
    const timer = setTimeout(() => {
      result.isLate = true;
      child.kill('SIGKILL');
    }, LIMIT_MS);
    child.stdout?.on('data', (data) => {
      result.out += data;
    });
    child.stderr?.on('data', (data) => {
      result.err += data;
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ ...result, code: signal ?? code });
    });
    meanwhile(child);
  });
}

/** What is wrong with a run's end; null if nothing is. */
function problem({ code, out, err, isLate }, expected, status = 0) {
  if (isLate) return `did not end within ${LIMIT_MS / 1000} s\n${err}`;
  if (code === status && expected(out, err)) return null;
  return `ended with ${code}, printed ${JSON.stringify(out.slice(-200))}\n${err.slice(-2000)}`;
}

const saysOk = (out, err) => out.endsWith('ok\n') && err === '';

/** Nobody reads what is printed: BrokenPipeError, and 120 where it comes at the end only, as in CPython. */
async function unreadOutput(python, env) {
  const result = await run(python, [PROGRAM, 'prints'], { env }, (child) => child.stdout.destroy());
  return problem(result, (_out, err) => err.includes('BrokenPipeError'), 1);
}

/** There is no standard output at all. */
async function closedOutput(python, env) {
  const script = 'exec "$@" >&-';
  const result = await run(['sh', '-c', script, 'sh', ...python], [PROGRAM, 'works'], { env });
  return problem(result, (_out, err) => err === '');
}

/** The cache cannot be written: where its folder should be there is a file. */
async function unwritableCache(python, env) {
  const folder = mkdtempSync(join(tmpdir(), 'pymp-stress-'));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  try {
    const result = await run(python, [PROGRAM, 'works'], {
      env: { ...env, PYMP_CACHE: join(file, 'cache'), TMPDIR: folder },
    });
    return problem(result, saysOk);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** /dev/shm takes no more files. Needs the right to mount; without it nothing is tried. */
async function fullSharedMemory(python, env) {
  const unshare = ['unshare', '-rm', 'sh', '-c'];
  const mount = 'mount -t tmpfs -o size=64k,nr_inodes=3 tmpfs /dev/shm';
  if ((await run(unshare, [mount], { env })).code !== 0) return null;
  const result = await run([...unshare, `${mount} && exec "$@"`, 'sh', ...python], [PROGRAM, 'blocks'], { env });
  return problem(result, (out, err) => out === 'refused: 28 True\nok\n' && err === '');
}

/** A manager's server that strangers come to, one of whom stays and says nothing: its clients are served all the same. */
async function strangers(python, env) {
  const server = spawn(python[0], [...python.slice(1), join(SERVERS, 'manager_server.py'), 'AF_INET', '0', KEY], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const open = [];
  try {
    const port = await portOf(server);
    if (port === null) return 'the server did not begin';
    for (const [name, pieces] of Object.entries(INTRUDERS)) {
      open.push(await intrude(port, pieces));
      const args = [join(SERVERS, 'manager_client.py'), 'AF_INET', port];
      const refused = await run(python, [...args, 'another key'], { env });
      if (refused.code !== 1 || !refused.err.includes('AuthenticationError')) return `a wrong key: ${refused.err}`;
      const wrong = problem(await run(python, [...args, KEY], { env }), (_out, err) => err === '');
      if (wrong !== null) return `after ${name}: ${wrong}`;
    }
    return null;
  } finally {
    for (const socket of open) socket.destroy();
    server.kill('SIGKILL');
  }
}

/** The port that a server prints; null if it ends without. */
function portOf(server) {
  return new Promise((resolve) => {
    let out = '';
    server.stdout.on('data', (data) => {
      out += data;
      const found = /ready (\d+)\n/.exec(out);
      if (found !== null) resolve(found[1]);
    });
    server.on('close', () => resolve(null));
    server.stderr.resume();
  });
}

export const FAULTS = { unreadOutput, closedOutput, unwritableCache, fullSharedMemory, strangers };

#!/usr/bin/env node
// Programs that talk to each other over sockets, with pymp and real CPythons in every part.
//   node test/interop/check.mjs --python3 /path/to/python3.13 [--python2 /path/to/python2.7] [--pymp "node dist/cli.js run"]
// What a client prints when both ends are CPython is what it has to print in every other arrangement.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { INTRUDERS, intrude } from './intruders.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    python3: { type: 'string' },
    python2: { type: 'string' },
    pymp: { type: 'string', default: `node ${join(here, '../../dist/cli.js')} run` },
    timeout: { type: 'string', default: '60' },
  },
});
const KEY = 'secret-key';
const PAIRS = [
  ['manager_server.py', 'manager_client.py'],
  ['listener.py', 'client.py'],
];
const FAMILIES = ['AF_INET', 'AF_UNIX'];

const folder = mkdtempSync(join(tmpdir(), 'interop-'));
const { PYTHONUNBUFFERED: _, NODE_EXTRA_CA_CERTS: __, ...env } = process.env;
let sockets = 0;

/** The command of a part ('cpython' or 'pymp') in a dialect. */
const command = (part, dialect) =>
  part === 'cpython' ? [options[`python${dialect}`]] : [...options.pymp.split(' '), '--python', String(dialect)];

function start(part, dialect, program, args) {
  const [file, ...before] = command(part, dialect);
  const child = spawn(file, [...before, join(here, 'programs', program), ...args], {
    env,
    cwd: folder,
    detached: true,
  });
  const state = { child, stdout: '', stderr: '', waiting: [] };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    state.stdout += text;
    for (const look of state.waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => (state.stderr += text));
  state.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  return state;
}

/** The address that a server says it listens at. */
const ready = (server) =>
  new Promise((resolve, reject) => {
    const look = () => {
      const found = /^\(?'?ready'?,? (.*?)\n/m.exec(server.stdout);
      if (found) resolve(found[1]);
    };
    server.waiting.push(look);
    server.ended.then((code) => reject(new Error(`server ended with ${code}: ${server.stderr}`)));
    look();
  });

function stop({ child }) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {}
}

async function inTime(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no end after ${options.timeout} s`)), options.timeout * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the client prints, and the server after its first line. */
async function talk([serverProgram, clientProgram], serverPart, clientPart, dialect, family) {
  const server = start(serverPart, dialect, serverProgram, [family, address(family), KEY]);
  let client;
  try {
    const where = await inTime(ready(server), 'server');
    client = start(clientPart, dialect, clientProgram, [family, where, KEY]);
    const code = await inTime(client.ended, 'client');
    if (serverProgram === 'listener.py') await inTime(server.ended, 'server');
    return `${client.stdout}${client.stderr}exit ${code}\n${server.stdout.replace(/.*ready.*\n/, '')}${server.stderr}`;
  } catch (error) {
    return `${error.message}\n${client?.stdout ?? ''}${client?.stderr ?? ''}${server.stderr}`;
  } finally {
    stop(server);
    if (client) stop(client);
  }
}

const address = (family) => (family === 'AF_INET' ? '0' : join(folder, `socket-${++sockets}`));

/** Whether a client is still served while others misbehave. */
async function besieged(dialect, expected) {
  const server = start('pymp', dialect, 'manager_server.py', ['AF_INET', '0', KEY]);
  const open = [];
  const failures = [];
  try {
    const port = await inTime(ready(server), 'server');
    for (const [name, pieces] of Object.entries(INTRUDERS)) {
      open.push(await intrude(port, pieces));
      const client = start('pymp', dialect, 'manager_client.py', ['AF_INET', port, KEY]);
      await inTime(client.ended, `client after ${name}`).catch((error) => failures.push(error.message));
      stop(client);
      const said = client.stdout.split('\n')[0];
      if (said !== expected.split('\n')[0] || client.stderr !== '') failures.push(`${name}: ${said} ${client.stderr}`);
    }
  } catch (error) {
    failures.push(error.message);
  } finally {
    for (const socket of open) socket.destroy();
    stop(server);
  }
  return failures;
}

let failed = 0;
function report(name, problem) {
  console.log(
    `${problem === '' ? 'ok  ' : 'FAIL'} ${name}${problem === '' ? '' : `\n${problem.replace(/^/gm, '     ')}`}`,
  );
  if (problem !== '') failed++;
}

function difference(expected, got) {
  if (expected === got) return '';
  const [a, b] = [expected.split('\n'), got.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `line ${at + 1}: wanted ${JSON.stringify(a[at])}, got ${JSON.stringify(b.slice(at, at + 12).join('\n'))}`;
}

try {
  for (const dialect of [3, 2]) {
    if (!options[`python${dialect}`]) continue;
    let managerSays = '';
    for (const pair of PAIRS) {
      for (const family of FAMILIES) {
        const expected = await talk(pair, 'cpython', 'cpython', dialect, family);
        if (pair[0] === 'manager_server.py') managerSays = expected;
        for (const [server, client] of [
          ['cpython', 'pymp'],
          ['pymp', 'cpython'],
          ['pymp', 'pymp'],
        ]) {
          const got = await talk(pair, server, client, dialect, family);
          report(`Python ${dialect}, ${family}: ${pair[0]} ${server}, ${pair[1]} ${client}`, difference(expected, got));
        }
      }
    }
    report(`Python ${dialect}: a server among bad clients`, (await besieged(dialect, managerSays)).join('\n'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? 'all as CPython' : `${failed} differ`);
process.exit(failed === 0 ? 0 : 1);

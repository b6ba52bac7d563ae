/**
 * Random programs of queues, pipes, locks, pools, executors, managers and kills, one seed after another.
 *
 *   npm run stress -- [--minutes N] [--seed N] [--jobs N] [--limit SECONDS] [--python COMMAND] [PROGRAM…]
 *
 * Each program (programs/NAME.py) checks itself and prints "ok"; a fault (faults.mjs) is a surrounding in which something does not work. A run that says something else, fails, or takes longer than the limit
 * is printed with its seed: `npm run stress -- --seed SEED --once NAME` does it again. `soak` runs once at the end, for a tenth of the time; named as a program, it runs alone.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const programs = join(here, 'programs');
const APART = ['soak.py', 'faulted.py'];
const ALL = readdirSync(programs)
  .filter((name) => name.endsWith('.py') && !APART.includes(name))
  .map((name) => name.slice(0, -3))
  .concat(Object.keys(FAULTS));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: '2' },
    limit: { type: 'string', default: '120' },
    once: { type: 'boolean', default: false },
    python: { type: 'string' },
  },
});
const names = positionals.length > 0 ? positionals : ALL;
const command = options.python?.split(' ') ?? [process.execPath, join(here, '../../dist/python3.js')];
const { PYTHONUNBUFFERED: _u, NODE_EXTRA_CA_CERTS: _c, ...env } = process.env;

/** Runs a program; null if all went well, else what went wrong. */
function run(name, args, limitSeconds, [file, ...before] = command, environment = env) {
  const child = spawn(file, [...before, join(programs, `${name}.py`), ...args.map(String)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return new Promise((resolve) => {
    let [out, err, isLate] = ['', '', false];
    const timer = setTimeout(() => {
      isLate = true;
      process.kill(-child.pid, 'SIGKILL');
    }, limitSeconds * 1000);
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err = (err + data).slice(-4000);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (isLate) resolve(`did not end within ${limitSeconds} s\n${err}`);
      else if (code !== 0 || out !== 'ok\n')
        resolve(`ended with ${signal ?? code}, printed ${JSON.stringify(out)}\n${err}`);
      else resolve(null);
    });
  });
}

/**
 * Whether memory grows. V8's young generations are held small for that: each thread's may take 96 MB or not, as it comes, and a leak would be lost in that.
 * Code that was compiled under a flag is of no use to others, so it goes to a cache of its own.
 */
async function soak(seconds) {
  const cache = mkdtempSync(join(tmpdir(), 'pymp-soak-'));
  const flags = options.python === undefined ? ['--max-semi-space-size=1'] : [];
  const [file, ...before] = command;
  try {
    const steady = { ...env, XDG_CACHE_HOME: cache };
    return await run('soak', [0, seconds], seconds + 180, [file, ...flags, ...before], steady);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

const end = performance.now() + Number(options.minutes) * 60_000;
const counts = new Map(names.map((name) => [name, 0]));
let seed = Number(options.seed);
let failures = 0;

async function worker() {
  do {
    const mine = seed++;
    const name = names[mine % names.length];
    const problem = Object.hasOwn(FAULTS, name)
      ? await FAULTS[name](command, env)
      : await run(name, [mine], Number(options.limit));
    counts.set(name, counts.get(name) + 1);
    if (problem === null) continue;
    failures++;
    process.stdout.write(`FAILED ${name}, seed ${mine}: ${problem}\n`);
  } while (!options.once && performance.now() < end);
}

process.stdout.write(`stress: seed ${seed}, ${options.minutes} minutes, ${options.jobs} programs at a time\n`);
const isSoak = positionals.includes('soak');
if (!isSoak) await Promise.all(Array.from({ length: options.once ? 1 : Number(options.jobs) }, worker));
if (isSoak || (!options.once && positionals.length === 0)) {
  const problem = await soak(Number(options.minutes) * (isSoak ? 60 : 6));
  counts.set('soak', 1);
  if (problem !== null) {
    failures++;
    process.stdout.write(`FAILED soak: ${problem}\n`);
  }
}
process.stdout.write(`${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}: ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;

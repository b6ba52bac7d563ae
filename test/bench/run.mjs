/**
 * Runs the programs of this folder here and, where they are installed, on CPython and PyPy, in turns.
 *
 *   npm run bench -- [-n REPEATS] [--family cpu,mp] [--only REGEX] [--json FILE] [--docs] [--growth] [RUNNER…]
 *
 * A runner is NAME=COMMAND, or one of those that run if none are named: `cpython`, `pypy`, `pymp` (this build) and
 * `limit`, the programs of limit/, which do the same by hand in JavaScript; not every program has one. The first runner
 * is the yardstick: a ratio below 1 is faster than it. Each program prints a result that depends on its size alone;
 * lines may come in any order. `--docs` writes docs/performance.md, `--growth` measures some programs at 1, 4 and 16
 * times their size.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { geometricMean, LIMIT, performancePage } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
/** What is started once for all of its runs, and would weigh as much as any other program in a mean. */
export const START_UP = new Set(['hello', 'imports', 'pool_once', 'pool_startup']);
const GROWTH = { primes: 200_000, wordcount: 40_000, queue_ints: 40_000, map_tiny: 100_000, list_of_ints: 625_000 };
/** Variables that would skew the figures. */
const SKEWING = ['PYTHONUNBUFFERED', 'PYTHONHASHSEED', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'];
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SKEWING.includes(name)));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repeats: { type: 'string', short: 'n', default: '3' },
    family: { type: 'string', short: 'f', default: 'cpu,mp' },
    only: { type: 'string', short: 'o' },
    json: { type: 'string' },
    docs: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    timeout: { type: 'string', default: '120' },
  },
});

const runners = positionals.length > 0 ? positionals.map(namedRunner) : installedRunners();
if (runners[0].name === LIMIT) throw new Error(`${LIMIT} cannot be the yardstick: not every program has one`);
const programs = options.family.split(',').flatMap(programsOf).filter(isWanted);
const repeats = Number(options.repeats);

const results = [];
for (const program of programs) results.push(await measure(program));
const growth = options.growth ? await measureGrowth() : [];
const start = await bareNode();
const report = { machine: machine(), runners: runners.map(({ name }) => name), node: start, results, growth };
printTable(report);
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
if (options.docs) writeFileSync(join(root, 'docs/performance.md'), performancePage(report, START_UP));
process.exitCode = results.every(({ same }) => same) ? 0 : 1;

function namedRunner(text) {
  const [name, ...rest] = text.split('=');
  if (rest.length > 0) return { name, command: rest.join('=').split(' ') };
  const known = installedRunners().find((runner) => runner.name === name);
  if (known === undefined) throw new Error(`no runner ${name} here`);
  return known;
}

function installedRunners() {
  const found = [
    ['cpython', ['/usr/bin/python3.11', 'python3']],
    ['pypy', ['pypy3']],
  ].flatMap(([name, names]) => {
    const file = names.find((each) => spawnSync(each, ['-c', '']).status === 0);
    return file === undefined ? [] : [{ name, command: [file] }];
  });
  return [
    ...found,
    { name: 'pymp', command: [process.execPath, join(root, 'dist/cli.js'), 'run', '--python', '3'] },
    { name: LIMIT, command: [process.execPath] },
  ];
}

function programsOf(family) {
  const files = readdirSync(join(here, family)).filter((file) => file.endsWith('.py'));
  return files.sort().map((file) => ({ family, name: basename(file, '.py'), file: join(here, family, file) }));
}

function isWanted({ family, name }) {
  return options.only === undefined || new RegExp(options.only).test(`${family}/${name}`);
}

/** All runs of a program: the runners take turns, so that a slow moment of the machine hits them all. */
async function measure(program, args = []) {
  const able = runners.filter((runner) => existsSync(fileFor(runner, program)));
  const runs = new Map(able.map(({ name }) => [name, []]));
  for (let turn = 0; turn < repeats; turn++) {
    for (const runner of able) {
      runs.get(runner.name).push(await once([...runner.command, fileFor(runner, program), ...args]));
    }
  }
  const [first] = able;
  const expected = runs.get(first.name)[0].output;
  const limit = runs.get(LIMIT);
  const figures = able.map(({ name }) => {
    const all = runs.get(name);
    return {
      name,
      wallMs: median(all.map(({ wallMs }) => wallMs)),
      cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
      peakMb: Math.max(...all.map(({ peakMb }) => peakMb)),
      ratio: median(all.map(({ wallMs }, turn) => wallMs / runs.get(first.name)[turn].wallMs)),
      ...(limit && name !== LIMIT && { toLimit: median(all.map(({ wallMs }, turn) => wallMs / limit[turn].wallMs)) }),
      same: all.every(({ output, failed }) => !failed && output === expected),
    };
  });
  const same = figures.every((figure) => figure.same);
  process.stderr.write(
    `${program.family}/${program.name}${args.length > 0 ? ` ${args}` : ''}: ${figures.map(({ name, wallMs }) => `${name} ${wallMs.toFixed(0)} ms`).join(', ')}${same ? '' : '  DIFFERENT OUTPUT'}\n`,
  );
  return { family: program.family, name: program.name, args, figures, same };
}

/** The program itself, or what does its work by hand. */
function fileFor(runner, { family, name, file }) {
  return runner.name === LIMIT ? join(here, 'limit', family, `${name}.mjs`) : file;
}

async function measureGrowth() {
  const sizes = [];
  for (const program of [...programs, ...programsOf('growth').filter(isWanted)].filter(({ name }) => name in GROWTH)) {
    for (const times of [1, 4, 16]) sizes.push(await measure(program, [String(GROWTH[program.name] * times)]));
  }
  return sizes;
}

/** One run under a shell that says how much processor time it and its children took. */
function once(command) {
  return new Promise((resolve) => {
    const startMs = performance.now();
    const child = spawn('/bin/sh', ['-c', '"$@"; status=$?; times >&2; exit $status', 'sh', ...command], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    let errors = '';
    let peakMb = 0;
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, treeMb(child.pid));
    }, 50);
    const kill = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), Number(options.timeout) * 1000);
    child.on('close', (code) => {
      clearInterval(watch);
      clearTimeout(kill);
      const wallMs = performance.now() - startMs;
      resolve({
        wallMs,
        cpuMs: childTimeMs(errors),
        peakMb,
        output: output.split('\n').sort().join('\n'),
        failed: code !== 0,
      });
    });
  });
}

/** The last line of `times`: what the children took, user and system. */
function childTimeMs(text) {
  const parts = [...(text.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0);
}

/**
 * Memory of all processes below one, what they share counted once; 0 where the system does not say. Of a single one, the most that it has had:
 * to count the pages of one that has gigabytes takes the system so long that the program would be measured waiting for it.
 */
function treeMb(pid) {
  try {
    const below = descendants(pid);
    const told =
      below.length === 1
        ? [/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${below[0]}/status`, 'utf8'))]
        : below.map((each) => /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')));
    return told.reduce((sum, kb) => sum + Number(kb?.[1] ?? 0) / 1024, 0);
  } catch {
    return 0;
  }
}

function descendants(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** What Node needs to do nothing. */
async function bareNode() {
  const runs = [];
  for (let turn = 0; turn < 5; turn++) runs.push((await once([process.execPath, '-e', '0'])).wallMs);
  return median(runs);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function machine() {
  return `${cpus().length} processors, Node ${process.version}`;
}

function printTable({ results, node }) {
  for (const { family, name, figures, same } of results) {
    const cells = figures.map(
      (figure) =>
        `${figure.name} ${figure.wallMs.toFixed(0)} ms ${figure.ratio.toFixed(2)}x ${figure.peakMb.toFixed(0)} MB`,
    );
    console.log(`${`${family}/${name}`.padEnd(22)} ${cells.join('   ')}${same ? '' : '   DIFFERENT OUTPUT'}`);
  }
  console.log(`bare node: ${node.toFixed(0)} ms`);
  for (const family of new Set(results.map((result) => result.family))) {
    const figures = results.filter((each) => each.family === family).flatMap((each) => each.figures);
    for (const { name } of runners.slice(1)) {
      const own = figures.filter((figure) => figure.name === name);
      const toLimit = own.flatMap((figure) => figure.toLimit ?? []);
      const beside = toLimit.length > 0 ? `, to the limit ${geometricMean(toLimit).toFixed(2)}` : '';
      console.log(
        `${family}: geometric mean of ${name}: ${geometricMean(own.map(({ ratio }) => ratio)).toFixed(2)}${beside}`,
      );
    }
  }
}

/**
 * Random programs, run by CPython and here; what differs is made as small as it goes and shown.
 *
 *   npm run differential -- --python2 COMMAND --python3 COMMAND [--count N] [--seed N] [--dialect 2|3] [--keep-going]
 *
 * The commands may also be in PYMP_PYTHON2 and PYMP_PYTHON3; without one of them its dialect is left out. Half of the
 * programs are Python 2. `--lines` shows only the first line that differs of each, which is quick, in place of the
 * program made small. A run with the same seed makes the same programs. The exit status is 1 when something differs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from './random.mjs';
import { outputs } from './runners.mjs';
import { program } from './statements.mjs';
import { render, smaller } from './tree.mjs';

const { values: options } = parseArgs({
  options: {
    python2: { type: 'string', default: process.env.PYMP_PYTHON2 },
    python3: { type: 'string', default: process.env.PYMP_PYTHON3 },
    pymp: {
      type: 'string',
      default: `${process.execPath} ${fileURLToPath(new URL('../../dist/cli.js', import.meta.url))} run`,
    },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '100' },
    dialect: { type: 'string' },
    timeout: { type: 'string', default: '60' },
    'keep-going': { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
  },
});
const PYTHON = { 2: options.python2, 3: options.python3 };
const dialects = [2, 3].filter(
  (d) => PYTHON[d] !== undefined && (options.dialect === undefined || options.dialect === String(d)),
);
if (dialects.length === 0) {
  process.stderr.write('differential: say where CPython is: --python2 COMMAND, --python3 COMMAND\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'pymp-differential-'));
const words = (text) => text.split(' ');

/** Three of four batches are of modules: what globals are to a program is not the same there. */
let apart = false;

/** What both print for the programs: pairs, or null where a whole run broke off. */
async function both(programs, dialect) {
  const settings = { dialect, folder, timeout: Number(options.timeout), apart };
  const [theirs, ours] = await Promise.all([
    outputs(words(PYTHON[dialect]), programs, { ...settings, name: 'cpython' }),
    outputs([...words(options.pymp), '--python', String(dialect)], programs, { ...settings, name: 'pymp' }),
  ]);
  return { theirs, ours };
}

/** How often CPython must say the same of a program that differs here. */
const REPEATS = 20;

/** Without those of which CPython itself says something else when it is asked again: what shows addresses, or hashes that it makes anew each time. */
async function repeatable(found, dialect) {
  let left = found;
  for (let i = 0; i < REPEATS && left.length > 0; i++) {
    const settings = { dialect, folder, timeout: Number(options.timeout), apart, name: 'again' };
    const programs = left.map(({ program }) => program);
    const { each } = await outputs(words(PYTHON[dialect]), programs, settings);
    if (each !== null) left = left.filter(({ theirs }, at) => each[at] === theirs);
  }
  return left;
}

/** Those of the programs that differ, in order. Programs that CPython itself does not get through are left out. */
async function differencesIn(programs, dialect) {
  const { theirs, ours } = await both(programs, dialect);
  if (theirs.each !== null && ours.each !== null) {
    const found = programs.flatMap((program, at) =>
      theirs.each[at] === ours.each[at] ? [] : [{ program, theirs: theirs.each[at], ours: ours.each[at], at }],
    );
    return repeatable(found, dialect);
  }
  if (programs.length === 1) {
    return theirs.each === null ? [] : [{ program: programs[0], theirs: theirs.each[0], ours: ours.stderr, at: 0 }];
  }
  const half = programs.length >> 1;
  const first = await differencesIn(programs.slice(0, half), dialect);
  const second = await differencesIn(programs.slice(half), dialect);
  return [...first, ...second.map((found) => ({ ...found, at: found.at + half }))];
}

/** Makes the program that differs smaller, many candidates at a time. */
async function shrink(found, dialect) {
  let best = found;
  const seen = new Set();
  for (;;) {
    let next = null;
    let candidates = [];
    const test = async () => {
      [next = null] = await differencesIn(candidates, dialect);
      candidates = [];
      return next !== null;
    };
    for (const candidate of smaller(best.program)) {
      const text = render(candidate).join('\n');
      if (text === '' || seen.has(text)) continue;
      seen.add(text);
      candidates.push(candidate);
      if (candidates.length === 80 && (await test())) break;
    }
    if (next === null && candidates.length > 0) await test();
    if (next === null) return best;
    best = next;
  }
}

function report({ program: tree, theirs, ours }, dialect, seed) {
  process.stdout.write(
    `\n--- differs in Python ${dialect} (seed ${seed})\n${render(tree).join('\n')}\n--- CPython\n${theirs}--- pymp\n${ours}\n`,
  );
}

/** The first line of output that differs. */
function reportLine({ theirs, ours }, dialect, seed) {
  const [a, b] = [theirs, ours].map((text) => text.split('\n'));
  const at = a.findIndex((text, i) => text !== b[i]);
  process.stdout.write(`Python ${dialect}, seed ${seed}\n  - ${a[at]}\n  + ${b[at]}\n`);
}

const total = Number(options.count);
const size = Number(options.batch);
let done = 0;
let differences = 0;
try {
  for (let start = Number(options.seed); done < total; start += size) {
    apart = Math.floor(start / size) % 4 !== 0;
    for (const dialect of dialects) {
      const programs = Array.from({ length: size }, (_, i) => program(new Random((start + i) * 10 + dialect), dialect));
      for (const found of await differencesIn(programs, dialect)) {
        differences++;
        if (options.lines) reportLine(found, dialect, start + found.at);
        else report(await shrink(found, dialect), dialect, start + found.at);
        if (!options['keep-going']) throw null;
      }
      done += size;
      process.stderr.write(`\r${done} programs, ${differences} differences `);
    }
  }
} catch (error) {
  if (error !== null) throw error;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`\n${done} programs, ${differences} differences\n`);
process.exitCode = differences > 0 ? 1 : 0;

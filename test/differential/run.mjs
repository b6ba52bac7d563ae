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

/** What both print for the programs: pairs, or null where a whole run broke off. */
async function both(programs, dialect) {
  const settings = { dialect, folder, timeout: Number(options.timeout) };
  const [theirs, ours] = await Promise.all([
    outputs(words(PYTHON[dialect]), programs, { ...settings, name: 'cpython' }),
    outputs([...words(options.pymp), '--python', String(dialect)], programs, { ...settings, name: 'pymp' }),
  ]);
  return { theirs, ours };
}

/** The first of the programs that differs, or null. Programs that CPython itself does not get through are left out. */
async function firstDifference(programs, dialect) {
  const { theirs, ours } = await both(programs, dialect);
  if (theirs.each !== null && ours.each !== null) {
    const at = programs.findIndex((_, i) => theirs.each[i] !== ours.each[i]);
    return at < 0 ? null : { program: programs[at], theirs: theirs.each[at], ours: ours.each[at], at };
  }
  if (programs.length === 1) {
    return theirs.each === null ? null : { program: programs[0], theirs: theirs.each[0], ours: ours.stderr, at: 0 };
  }
  const half = programs.length >> 1;
  const first = await firstDifference(programs.slice(0, half), dialect);
  if (first !== null) return first;
  const second = await firstDifference(programs.slice(half), dialect);
  return second === null ? null : { ...second, at: second.at + half };
}

/** Makes the program that differs smaller, many candidates at a time. */
async function shrink(found, dialect) {
  let best = found;
  const seen = new Set();
  for (;;) {
    let next = null;
    let candidates = [];
    const test = async () => {
      next = await firstDifference(candidates, dialect);
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
    for (const dialect of dialects) {
      let programs = Array.from({ length: size }, (_, i) => program(new Random((start + i) * 10 + dialect), dialect));
      let offset = start;
      while (programs.length > 0) {
        const found = await firstDifference(programs, dialect);
        if (found === null) break;
        differences++;
        if (options.lines) reportLine(found, dialect, offset + found.at);
        else report(await shrink(found, dialect), dialect, offset + found.at);
        if (!options['keep-going']) throw null;
        offset += found.at + 1;
        programs = programs.slice(found.at + 1);
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

/** Runs many programs in one process of an interpreter, and takes their outputs apart. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from './tree.mjs';

const MARK = '@@ program ';
/** One NaN for all: what is computed from two is two keys in CPython and one here, where floats have no identity. */
const SHARED = "import math\nnan = float('nan')\n";
const HEAD = { 2: `# -*- coding: utf-8 -*-\n${SHARED}`, 3: SHARED };

/** Names that programs bind: none of them may see another one's. */
const NAMES = /\b(?:[vfgki]\d+|pv\d+|main|it|[ABCDMabcenxyq])\b/g;
const forget = (text) =>
  `for _name in ${JSON.stringify([...new Set(text.match(NAMES) ?? [])])}: globals().pop(_name, None)\n`;

/** The lines that show an exception that a program let through. */
const uncaught = (dialect) =>
  `except BaseException${dialect === 2 ? ',' : ' as'} error:\n    print('uncaught', type(error).__name__, str(error))\n`;

/** One source of many programs; each ends with the exception that it let through, if any. */
export function source(programs, dialect) {
  const parts = programs.map((program, i) => {
    const body = render(program, '    ');
    return `print('${MARK}${i}')\ntry:\n    pass\n${body.join('\n')}\n${uncaught(dialect)}${forget(body.join('\n'))}`;
  });
  return `${HEAD[dialect]}${parts.join('')}print('${MARK}end')\n`;
}

/** The same with a module for each program, so that what one does to its globals is nothing to another: files by name. */
function modules(programs, dialect) {
  const all = programs.map((program, i) => [`program_${i}.py`, `${HEAD[dialect]}${render(program).join('\n')}\n`]);
  const main = `for i in range(${programs.length}):
    print('${MARK}%d' % i)
    try:
        __import__('program_%d' % i)
    ${uncaught(dialect).replace('\n', '\n    ')}print('${MARK}end')\n`;
  return [...all, ['main.py', main]];
}

/**
 * Without what is not the same in every run: addresses, where the program lies, what CPython was at when the stack came
 * to its end, and the order in which it names bases. Programs that share a module are not asked which of the names that are
 * equally near to an unknown one is suggested either: that goes by the order of the module's names, which earlier programs had.
 */
const comparable = (text, apart) =>
  (apart ? text : text.replace(/(File ".*", line )\d+/g, '$1').replace(/(Did you mean: ')[a-z]+\d('\?)/g, '$1$2'))
    .replace(/program_\d+/g, 'program')
    .replace(/(File ")[^"\n]*\//g, '$1')
    .replace(/(File ")(?:cpython|pymp|again)/g, '$1program')
    .replace(/ at 0x[\da-f]+/g, ' at 0x0')
    .replace(/(maximum recursion depth exceeded)[^\n'"]*/g, '$1')
    .replace(/(order \(MRO\) for bases) (.*)/g, (_, words, names) => `${words} ${names.split(', ').sort().join(', ')}`);

/**
 * The outputs of the programs; null when the process did not get through all of them. With `apart` each is a module.
 */
export async function outputs(command, programs, { dialect, folder, name, timeout, apart }) {
  const place = apart ? join(folder, name) : folder;
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const files = apart ? modules(programs, dialect) : [[`${name}.py`, source(programs, dialect)]];
  for (const [file, text] of files) writeFileSync(join(place, file), text);
  const { stdout, stderr } = await run([...command, join(place, files.at(-1)[0])], timeout);
  const parts = stdout.split(new RegExp(`^${MARK}(?:\\d+|end)\\n`, 'm'));
  return parts.length === programs.length + 2
    ? { each: parts.slice(1, -1).map((text) => comparable(text, apart)), stderr }
    : { each: null, stderr: `${stdout.slice(-300)}\n${stderr}` };
}

/** In code units; what prints more counts as a run that broke off. */
const MOST_OUTPUT = 1 << 26;

function run([file, ...args], timeout) {
  const { PYTHONUNBUFFERED, NODE_EXTRA_CA_CERTS, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      env: { ...env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1', PYTHONWARNINGS: 'ignore' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      if (stdout.length > MOST_OUTPUT) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout * 1000);
    child.on('error', (error) => (stderr += error.message));
    child.on('close', () => {
      clearTimeout(timer);
      resolve({ stdout, stderr });
    });
  });
}

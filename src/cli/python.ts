/** `pymp-python`: a program run by CPython's own command line. It is what `sys.executable` names. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import type { FirstThread } from '../runtime/kernel/firstThread.js';
import type { Program } from '../runtime/process/payload.js';
import { mayLeaveDaemon } from './daemons.js';
import { isBehindFront, standInFront } from './front.js';
import { dialectOptions, runProgram, startKernel } from './launch.js';
import { applyEnvironment, type PythonOptions, parsePython } from './pythonOptions.js';

/** How the command was started. */
interface Start {
  readonly cliFile: string;
  /** The path that it was called by; `…2` and `…3` fix the dialect. */
  readonly called: string;
  /** Where the program will run. */
  readonly thread: FirstThread;
}

export async function pythonCommand(argv: readonly string[], start: Start): Promise<void> {
  const { called } = start;
  const fixed = /([23])(\.\d+)?(\.js)?$/.exec(basename(called))?.[1];
  const wanted = fixed === undefined ? null : (Number(fixed) as 2 | 3);
  const request = parsePython(argv, wanted ?? 3);
  switch (request.kind) {
    case 'help':
      process.stdout.write(help(called));
      return;
    case 'version':
      process.stdout.write(versionText(wanted ?? 3, request.long));
      return;
    case 'wrong':
      process.stderr.write(`${request.message}\n${usage(called)}Try \`python -h' for more information.\n`);
      process.exitCode = 2;
      return;
    case 'run':
      await run(request.options, start, wanted);
  }
}

async function run(options: PythonOptions, { cliFile, thread }: Start, wanted: 2 | 3 | null): Promise<void> {
  applyEnvironment(options, process.env);
  const program: Program = options.program ?? { kind: 'stdin' };
  if (options.program === null && process.stdin.isTTY) {
    process.stderr.write('pymp: there is no interactive mode: give a file, -c, -m, or a program on standard input\n');
    process.exit(2);
  }
  const folder = dirname(cliFile);
  if (!isBehindFront() && mayLeaveDaemon(program)) return standInFront(thread);
  const kernel = startKernel(folder, thread);
  const dialect = dialectOptions(folder, program, wanted);
  const flags = { ...options.flags };
  if (options.xOptions.includes('dev') && dialect.dialect === 3) flags.dev_mode = true;
  if (options.xOptions.some((x) => x === 'utf8' || x === 'utf8=1')) flags.utf8_mode = 1;
  await runProgram(kernel, {
    ...dialect,
    program: options.skipFirstLine ? withoutFirstLine(program) : program,
    args: options.program === null ? [] : options.args,
    named: options.program !== null,
    unbuffered: options.unbuffered,
    optimize: options.optimize,
    startMethod: null,
    ignoreEnvironment: options.ignoreEnvironment,
    safePath: options.safePath,
    warnOptions: options.warnOptions,
    xOptions: options.xOptions,
    flags,
  });
}

/** `-x`: the first line is something for another system; the others keep their numbers. */
function withoutFirstLine(program: Program): Program {
  return program.kind === 'file' ? { ...program, skipFirstLine: true } : program;
}

const usage = (called: string) => `usage: ${called} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`;

function versionText(dialect: 2 | 3, long: boolean): string {
  const number = dialect === 2 ? '2.7.18' : '3.13.0';
  if (!long || dialect === 2) return `Python ${number}\n`;
  return `Python ${number} (pymp ${packageVersion()}) [V8 ${process.versions.v8}]\n`;
}

function packageVersion(): string {
  const require = createRequire(import.meta.url);
  return (JSON.parse(readFileSync(require.resolve('../package.json'), 'utf8')) as { version: string }).version;
}

function help(called: string): string {
  return `${usage(called)}
-b     warn about comparing bytes with str and the like (counted in sys.flags)
-B     accepted; no .pyc files are ever written
-c cmd run this text
-E     ignore PYTHON* environment variables
-h     this text
-I     isolated: -E, -P and -s
-m mod run a library module as a script
-O     drop assert statements and code under __debug__
-OO    -O, and drop docstrings
-P     do not put the program's folder on sys.path
-q, -s, -S, -v, -d, -R  accepted for CPython's sake
-u     write output at once
-V     print the version (-VV: more of it)
-W arg warning control
-x     skip the first line of the source
-X opt implementation option (sys._xoptions)
file   run this file; a folder or zip archive must hold a __main__.py
-      run what comes on standard input
arg    arguments, in sys.argv[1:]
`;
}

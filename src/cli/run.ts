/** `pymp run`: starts the kernel, and the program on its first thread. */
import { dirname } from 'node:path';
import type { FirstThread } from '../runtime/kernel/firstThread.js';
import { mayLeaveDaemon } from './daemons.js';
import { isBehindFront, standInFront } from './front.js';
import { commands, dialectOptions, runProgram, startKernel } from './launch.js';
import { applyEnvironment, type PythonOptions, plainOptions } from './pythonOptions.js';
import { parseRun, type RunOptions, UsageError } from './runOptions.js';

/** @param firstThread where the program will run. */
export async function runCommand(argv: readonly string[], cliFile: string, firstThread: FirstThread): Promise<void> {
  const folder = dirname(cliFile);
  let options: RunOptions | 'help';
  try {
    options = parseRun(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`pymp run: ${error.message}\n`);
    process.exit(2);
  }
  if (options === 'help') {
    commands(cliFile).describeRun().outputHelp();
    return;
  }
  if (!options.named && process.stdin.isTTY) {
    process.stderr.write('pymp run: give a program: FILE, -c CODE, -m MODULE, or - for standard input\n');
    process.exit(2);
  }
  if (!isBehindFront() && mayLeaveDaemon(options.program)) return standInFront(firstThread);
  const kernel = startKernel(folder, firstThread);
  const dialect = dialectOptions(folder, options.program, options.python === 'auto' ? null : options.python);
  const python: PythonOptions = plainOptions();
  applyEnvironment(python, process.env);
  await runProgram(
    kernel,
    {
      ...dialect,
      program: options.program,
      args: options.args,
      named: options.named,
      unbuffered: options.unbuffered || python.unbuffered,
      optimize: python.optimize,
      startMethod: options.startMethod,
      ignoreEnvironment: false,
      safePath: python.safePath,
      warnOptions: python.warnOptions,
      xOptions: [],
      flags: python.flags,
    },
    options.stats,
  );
}

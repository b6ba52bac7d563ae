/** `pymp run`: starts the kernel, and the program on its first thread. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deadlockReport, Kernel } from '../runtime/kernel/index.js';
import type { ProcessPayload, ProgramOptions } from '../runtime/process/payload.js';
import { parseRun, type RunOptions, UsageError } from './runOptions.js';

export async function runCommand(argv: readonly string[], cliFile: string): Promise<void> {
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
  const kernel = startKernel(folder);
  const dialect = options.python === 'auto' ? detect(options, cliFile) : options.python;
  await runProgram(kernel, {
    dialect,
    program: options.program,
    args: options.args,
    unbuffered: options.unbuffered || (process.env.PYTHONUNBUFFERED ?? '') !== '',
    optimize: 0,
    startMethod: options.startMethod,
    isolated: false,
    warnOptions: [],
    xOptions: [],
    executable: join(folder, 'python.js'),
    flags: {},
  });
}

/** The kernel with its first thread on the way. */
export function startKernel(folder: string): Kernel {
  return new Kernel({
    workerFile: join(folder, 'process.js'),
    onDeadlock: (blocked) => process.stderr.write(deadlockReport(blocked)),
    onThreadFailure: (name, error) => process.stderr.write(`pymp: ${name}: ${error.message}\n`),
  });
}

/** Runs a program to its end and leaves with its status. */
export async function runProgram(kernel: Kernel, options: ProgramOptions): Promise<void> {
  const payload: ProcessPayload = { kind: 'main', options, cwd: process.cwd(), environ: { ...process.env } as Record<string, string> };
  const status = await kernel.run(payload);
  kernel.exit(status);
}

/** Everything that a plain run does not need is in a bundle of its own. */
const commands = (cliFile: string) => createRequire(cliFile)('./commands.js') as typeof import('./program.js');

/** The dialect of a program that does not say: by its form. */
function detect({ program }: RunOptions, cliFile: string): 2 | 3 {
  if (program.kind === 'module' || program.kind === 'stdin') return 3;
  const text = program.kind === 'command' ? program.text : sourceOf(program.file);
  return commands(cliFile).detectDialect(text);
}

function sourceOf(file: string): string {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'latin1') : '';
}

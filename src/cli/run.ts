/** `pymp run`: starts the kernel, and the program on its first thread. */
import { existsSync, readFileSync, statSync } from 'node:fs';
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
    const { describeRun } = await import('./runOptions.js');
    describeRun().outputHelp();
    return;
  }
  const kernel = startKernel(folder);
  const dialect = options.python === 'auto' ? await detect(options, folder) : options.python;
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
    workerFile: join(folder, 'worker.js'),
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

/** The dialect of a text that does not say: by its form. */
async function detect({ program }: RunOptions, _folder: string): Promise<2 | 3> {
  if (program.kind === 'module' || program.kind === 'stdin') return 3;
  const text = program.kind === 'command' ? program.text : sourceOf(program.file);
  const { detectDialect } = await import('../parser/detect.js');
  return detectDialect(text);
}

function sourceOf(file: string): string {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'latin1') : '';
}

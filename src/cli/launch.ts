/** Starting the kernel and a program on it: common to `pymp run` and `pymp-python`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { behindFront } from './front.js';
import { textOf } from './programText.js';
import { standsBeside } from './standsBeside.js';
import { statsTable } from './statsTable.js';
import { threadData } from './threadData.js';
import type { FirstThread } from '../runtime/kernel/firstThread.js';
import { DESCRIPTORS } from '../runtime/kernel/programOptions.js';
import { deadlockReport, Kernel } from '../runtime/kernel/index.js';
import { detectDialect } from '../parser/detect.js';
import type { ProcessPayload, Program, ProgramOptions } from '../runtime/process/payload.js';

/** The kernel, with the first thread that is on its way. */
export function startKernel(folder: string, { worker, bundles }: FirstThread): Kernel {
  return new Kernel({
    workerFile: join(folder, 'process.js'),
    threadData: threadData(folder, bundles),
    firstThread: worker,
    onDeadlock: (blocked) => process.stderr.write(deadlockReport(blocked)),
    onThreadFailure: (name, error) => process.stderr.write(`pymp: ${name}: ${error.message}\n`),
    ...behindFront(),
  });
}

/** Runs a program to its end and leaves with its status. */
export async function runProgram(kernel: Kernel, options: ProgramOptions, withStats = false): Promise<void> {
  const { [DESCRIPTORS]: passed = '', ...environ } = process.env as Record<string, string>;
  const descriptors = passed.split(',').filter(Boolean).map(Number);
  const payload: ProcessPayload = {
    kind: 'main',
    options: descriptors.length === 0 ? options : { ...options, descriptors },
    cwd: process.cwd(),
    environ,
  };
  if (withStats) kernel.keepStats();
  const running = kernel.run(payload);
  // The second thread gets ready beside the first.
  if (namesProcesses(options.program)) kernel.prewarm(1);
  const status = await running;
  if (withStats) process.stderr.write(statsTable(kernel.stats()));
  kernel.exit(status);
}

/** What `sys.executable` names: a command that takes CPython's command line and keeps to the dialect. */
const executableFor = (folder: string, dialect: 2 | 3): string => join(folder, `python${dialect}.js`);

/** The options that go with a program's dialect. @param said null where it has to be guessed. */
export function dialectOptions(
  folder: string,
  program: Program,
  said: 2 | 3 | null,
): Pick<ProgramOptions, 'dialect' | 'executable' | 'otherwise'> {
  const options = (dialect: 2 | 3) => ({ dialect, executable: executableFor(folder, dialect) });
  if (said !== null) return options(said);
  const dialect = programDialect(program);
  return { ...options(dialect), otherwise: options(dialect === 2 ? 3 : 2) };
}

/** Everything that a plain run does not need is in a bundle of its own. */
export const commands = (cliFile: string) => createRequire(cliFile)('./commands.js') as typeof import('./program.js');

/** The dialect of a program that does not say: by its form. */
function programDialect(program: Program): 2 | 3 {
  if (program.kind === 'module' || program.kind === 'stdin') return 3;
  return detectDialect(textOf(program), (module) => program.kind === 'file' && standsBeside(program.file, module));
}

/** Whether a program is likely to start a second process. */
const namesProcesses = (program: Program): boolean =>
  /\b(?:multiprocessing|ProcessPoolExecutor)\b/.test(textOf(program));

/** `pymp test`: runs golden tests, updates them, or records them from a Python. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { GoldenError } from '../golden/errors.js';
import { junitXml } from '../golden/junit.js';
import { commandLauncher, type Launcher, parseCommands, pympLauncher } from '../golden/launcher.js';
import { exitCode, resultLines, summaryLine } from '../golden/report.js';
import { collect, type Result, runSuite, type Work } from '../golden/suite.js';

interface Options {
  readonly update?: boolean;
  readonly record: readonly string[];
  readonly runner: readonly string[];
  readonly filter?: string;
  readonly jobs: number;
  readonly timeout: number;
  readonly repeat: number;
  readonly junit?: string;
  readonly color?: boolean;
}

const DEFAULT_TIMEOUT_S = 30;

/** The sub-command; `cliFile` is the JavaScript file that `node` runs pymp from. */
export function testCommand(cliFile: string): Command {
  return new Command('test')
    .description('run golden tests: each folder with a main.py must still print what its expected.txt says')
    .argument('[path...]', 'folders of cases, or single cases', ['.'])
    .option('--update', 'write the goldens from what pymp prints now')
    .option('--record <python>', 'write the goldens from a CPython: COMMAND, or 3=COMMAND and 2=COMMAND', append, [])
    .option('--runner <command>', 'test another command than pymp: COMMAND, or 3=COMMAND and 2=COMMAND', append, [])
    .option('--filter <text>', 'only cases whose name contains TEXT')
    .option('--jobs <n>', 'how many cases run at a time', positiveInteger, availableParallelism())
    .option('--timeout <s>', 'seconds a case may take, unless it says itself', positiveNumber, DEFAULT_TIMEOUT_S)
    .option('--repeat <n>', 'run each case N times; it must be right every time', positiveInteger, 1)
    .option('--junit <file>', 'also write the results as JUnit XML')
    .option('--color', 'colour the output even if it is no terminal')
    .option('--no-color', 'never colour the output')
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runTests(paths, options, cliFile);
    });
}

async function runTests(paths: readonly string[], options: Options, cliFile: string): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const { launcher, covers, write } = plan(options, cliFile);
    const work = collect(paths, options.filter).filter(covers);
    if (work.length === 0) throw new GoldenError('no case is left to run');
    const coloured = options.color ?? (process.stdout.isTTY && process.env.NO_COLOR === undefined);
    const settings = {
      launcher,
      write,
      jobs: options.jobs,
      repeat: options.repeat,
      timeoutMs: options.timeout * 1000,
      signal: interrupt.signal,
    };
    const results = await runSuite(work, settings, (result) => say(resultLines(result, coloured).join('\n')));
    if (interrupt.signal.aborted) {
      process.stderr.write('pymp test: interrupted\n');
      return 130;
    }
    return conclude(results, options);
  } catch (error) {
    if (!(error instanceof GoldenError)) throw error;
    process.stderr.write(`pymp test: ${error.message}\n`);
    return 2;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

interface Plan {
  readonly launcher: Launcher;
  /** Whether there is a command for this case's dialect: recording from one Python leaves out the other's cases. */
  readonly covers: (item: Work) => boolean;
  readonly write: boolean;
}

function plan({ update = false, record, runner }: Options, cliFile: string): Plan {
  if (Number(update) + Number(record.length > 0) + Number(runner.length > 0) > 1) {
    throw new GoldenError('use only one of --update, --record and --runner');
  }
  const commands = parseCommands([...record, ...runner]);
  if (commands.size === 0) return { launcher: pympLauncher(cliFile), covers: () => true, write: update };
  return {
    launcher: commandLauncher(commands),
    covers: (item) => 'reason' in item || commands.has(item.dialect),
    write: record.length > 0,
  };
}

function conclude(results: readonly Result[], { junit, update, record }: Options): number {
  const written = results.filter(({ status }) => status === 'written').length;
  if (update || record.length > 0) say(`goldens written for ${written} of ${results.length} cases`);
  let code: number = exitCode(results);
  if (junit !== undefined) {
    try {
      writeFileSync(junit, junitXml(results));
    } catch (error) {
      process.stderr.write(`pymp test: ${junit}: cannot be written: ${(error as Error).message}\n`);
      code = 2;
    }
  }
  say(summaryLine(results));
  return code;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function append(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number above 0.');
  return number;
}

function positiveNumber(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number > 0 && number < 1e6))
    throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}

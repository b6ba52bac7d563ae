/** How a program is started: by pymp, or by another Python to record from or to compare with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { GoldenError } from './errors.js';
import type { Variant } from './goldenCase.js';
import { type Dialect, words } from './settings.js';

/** The command line of one run, and what its environment has beyond the clean one. */
export interface Launch {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Makes the command for a variant; `scratch` is a folder of this run that it may write to. */
export type Launcher = (variant: Variant, scratch: string) => Launch;

/** `node dist/cli.js run --python N [--start-method M] main.py …` */
export function pympLauncher(cliFile: string): Launcher {
  return ({ dialect, settings, args }) => ({
    words: [
      process.execPath,
      cliFile,
      'run',
      ...(settings.detect ? [] : ['--python', String(dialect)]),
      ...(settings.startMethod === undefined ? [] : ['--start-method', settings.startMethod]),
      'main.py',
      ...args,
    ],
    env: {},
  });
}

/** Any command that takes a script: `WORD… main.py …`. A start method is asked for as {@link startMethodEnv} does it. */
export function commandLauncher(commands: ReadonlyMap<Dialect, readonly string[]>): Launcher {
  return (variant, scratch) => {
    const command = commands.get(variant.dialect);
    if (command === undefined) throw new GoldenError(`no command was given for Python ${variant.dialect}`);
    const { startMethod } = variant.settings;
    const isPython = /^(?:python|pypy)/.test(basename(command[0]!));
    return {
      words: [...command, 'main.py', ...variant.args],
      env: startMethod !== undefined && isPython ? startMethodEnv(startMethod, scratch) : {},
    };
  };
}

/** CPython has no switch for the start method, but it imports `sitecustomize` before anything else. */
function startMethodEnv(startMethod: string, scratch: string): Record<string, string> {
  const folder = join(scratch, 'site');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'sitecustomize.py'),
    `import multiprocessing\nmultiprocessing.set_start_method(${JSON.stringify(startMethod)}, force=True)\n`,
  );
  return { PYTHONPATH: folder + delimiter };
}

/**
 * Reads `3=python3.13 -X dev` or, where the dialect is left out, a command for both.
 *
 * Errors: GoldenError for an empty command or a dialect that is neither 2 nor 3.
 */
export function parseCommands(texts: readonly string[]): Map<Dialect, string[]> {
  const commands = new Map<Dialect, string[]>();
  for (const text of texts) {
    const [, dialect, rest] = /^(?:(\d+)=)?(.*)$/s.exec(text)!;
    if (dialect !== undefined && dialect !== '2' && dialect !== '3') {
      throw new GoldenError(`"${text}": the dialect before "=" must be 2 or 3`);
    }
    const command = words(rest!);
    if (command.length === 0) throw new GoldenError(`"${text}": no command in it`);
    if (dialect !== '2') commands.set(3, command);
    if (dialect !== '3') commands.set(2, command);
  }
  return commands;
}

/**
 * CPython's own command line.
 * Spec: https://docs.python.org/3/using/cmdline.html
 */
import type { Program } from '../runtime/process/payload.js';

export interface PythonOptions {
  /** null: the program comes from standard input, if that is no terminal. */
  program: Program | null;
  args: string[];
  unbuffered: boolean;
  optimize: number;
  /** `-I` or `-E`: no PYTHON* variables. */
  ignoreEnvironment: boolean;
  /** `-I` or `-P`: neither the program's folder nor the current one is on the path. */
  safePath: boolean;
  skipFirstLine: boolean;
  interactive: boolean;
  warnOptions: string[];
  xOptions: string[];
  /** `sys.flags` that differ from their defaults. */
  flags: Record<string, number | boolean>;
}

/** What a command line asks for beside running a program. */
export type PythonRequest =
  | { readonly kind: 'run'; readonly options: PythonOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version'; readonly long: boolean }
  | { readonly kind: 'wrong'; readonly message: string };

/** Single-letter options without a value: the flag of `sys.flags` that each raises. */
const COUNTED: Readonly<Record<string, string>> = {
  b: 'bytes_warning',
  B: 'dont_write_bytecode',
  d: 'debug',
  E: 'ignore_environment',
  i: 'inspect',
  O: 'optimize',
  P: 'safe_path',
  q: 'quiet',
  s: 'no_user_site',
  S: 'no_site',
  v: 'verbose',
};
/** Python 2's further ones; they change nothing here but the flag. */
const COUNTED_2: Readonly<Record<string, string>> = { 3: 'py3k_warning', t: 'tabcheck', U: 'unicode' };

const LONG_WITH_VALUE = new Set(['--check-hash-based-pycs']);
const LONG_HELP = new Set(['--help', '--help-all', '--help-env', '--help-xoptions']);

/** No options at all. */
export const plainOptions = (): PythonOptions => ({
  program: null,
  args: [],
  unbuffered: false,
  optimize: 0,
  ignoreEnvironment: false,
  safePath: false,
  skipFirstLine: false,
  interactive: false,
  warnOptions: [],
  xOptions: [],
  flags: {},
});

export function parsePython(argv: readonly string[], dialect: 2 | 3): PythonRequest {
  const options = plainOptions();
  let versions = 0;
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === '-') return finish({ kind: 'stdin' }, i + 1);
    if (!arg.startsWith('-')) return finish({ kind: 'file', file: arg }, i + 1);
    if (arg === '--') {
      const file = argv[i + 1];
      return finish(file === undefined ? null : { kind: 'file', file }, i + 2);
    }
    if (arg.startsWith('--')) {
      if (LONG_HELP.has(arg)) return { kind: 'help' };
      if (arg === '--version') versions++;
      else if (LONG_WITH_VALUE.has(arg)) i++;
      else return wrong(dialect === 2 ? 'Unknown option: --' : `unknown option ${arg}`);
      continue;
    }
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at]!;
      if ('cmWXQ'.includes(letter)) {
        const inline = arg.slice(at + 1);
        if (letter === 'X' && dialect === 2) return wrong('-X is reserved for implementation-specific arguments');
        const value = inline !== '' ? inline : argv[++i];
        if (value === undefined) return wrong(`Argument expected for the -${letter} option`);
        if (letter === 'c') return finish({ kind: 'command', text: value }, i + 1);
        if (letter === 'm') return finish({ kind: 'module', name: value }, i + 1);
        if (letter === 'W') options.warnOptions.push(value);
        else if (letter === 'X') options.xOptions.push(value);
        break;
      }
      if (letter === 'h' || letter === '?') return { kind: 'help' };
      if (letter === 'V') versions++;
      else if (!apply(letter)) return wrong(`Unknown option: -${letter}`);
    }
  }
  return finish(null, argv.length);

  function apply(letter: string): boolean {
    const flag = COUNTED[letter] ?? (dialect === 2 ? COUNTED_2[letter] : undefined);
    if (flag !== undefined) options.flags[flag] = Number(options.flags[flag] ?? 0) + 1;
    if (letter === 'u') options.unbuffered = true;
    else if (letter === 'x') options.skipFirstLine = true;
    else if (letter === 'I' && dialect === 3) {
      for (const name of ['isolated', 'ignore_environment', 'no_user_site', 'safe_path']) options.flags[name] = 1;
    } else if (letter !== 'R' && flag === undefined) return false;
    return true;
  }

  function finish(program: Program | null, rest: number): PythonRequest {
    if (versions > 0) return { kind: 'version', long: versions > 1 };
    const { flags } = options;
    options.program = program;
    options.args = argv.slice(rest);
    options.optimize = Number(flags.optimize ?? 0);
    options.ignoreEnvironment = flags.ignore_environment !== undefined;
    options.safePath = flags.safe_path !== undefined;
    if (options.safePath) flags.safe_path = true;
    options.interactive = flags.inspect !== undefined;
    if (options.interactive) flags.interactive = 1;
    return { kind: 'run', options };
  }

  function wrong(message: string): PythonRequest {
    return { kind: 'wrong', message };
  }
}

/** What PYTHON* variables add, as far as options have not said it. */
export function applyEnvironment(options: PythonOptions, environ: Readonly<Record<string, string | undefined>>): void {
  if (options.ignoreEnvironment) return;
  const level = (name: string): number => {
    const text = environ[name] ?? '';
    if (text === '') return 0;
    return /^\d+$/.test(text) ? Number(text) : 1;
  };
  const raise = (flag: string, name: string): void => {
    const given = level(name);
    if (given > Number(options.flags[flag] ?? 0)) options.flags[flag] = given;
  };
  raise('optimize', 'PYTHONOPTIMIZE');
  raise('dont_write_bytecode', 'PYTHONDONTWRITEBYTECODE');
  raise('verbose', 'PYTHONVERBOSE');
  raise('no_user_site', 'PYTHONNOUSERSITE');
  raise('debug', 'PYTHONDEBUG');
  options.optimize = Number(options.flags.optimize ?? 0);
  if (level('PYTHONUNBUFFERED') > 0) options.unbuffered = true;
  if ((environ.PYTHONSAFEPATH ?? '') !== '') {
    options.safePath = true;
    options.flags.safe_path = true;
  }
  if ((environ.PYTHONDEVMODE ?? '') !== '' && !options.xOptions.includes('dev')) options.flags.dev_mode = true;
  const warnings = environ.PYTHONWARNINGS ?? '';
  if (warnings !== '') options.warnOptions.unshift(...warnings.split(','));
}

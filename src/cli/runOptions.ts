/** Options of `pymp run`: everything after the program belongs to the program. */
import type { Program } from '../runtime/process/payload.js';

export interface RunOptions {
  program: Program;
  args: string[];
  python: 2 | 3 | 'auto';
  unbuffered: boolean;
  startMethod: 'fork' | 'spawn' | 'forkserver' | null;
  stats: boolean;
  /** A program was named; if not, it comes from standard input. */
  named: boolean;
}

/** A wrong command line: message on stderr, exit status 2. */
export class UsageError extends Error {}

export function parseRun(argv: readonly string[]): RunOptions | 'help' {
  const options: RunOptions = {
    program: { kind: 'stdin' },
    args: [],
    python: 'auto',
    unbuffered: false,
    startMethod: null,
    stats: false,
    named: false,
  };
  let i = 0;
  const value = (name: string, inline: string | undefined): string => {
    if (inline !== undefined) return inline;
    const next = argv[++i];
    if (next === undefined) throw new UsageError(`option ${name} needs a value`);
    return next;
  };
  for (; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === '-') return finish({ kind: 'stdin' }, i + 1);
    if (!arg.startsWith('-')) return finish({ kind: 'file', file: arg }, i + 1);
    const [name, inline] = splitOption(arg);
    switch (name) {
      case '-h':
      case '--help':
        return 'help';
      case '-c':
        return finish({ kind: 'command', text: value('-c', inline) }, i + 1);
      case '-m':
        return finish({ kind: 'module', name: value('-m', inline) }, i + 1);
      case '-u':
        options.unbuffered = true;
        break;
      case '--stats':
        options.stats = true;
        break;
      case '--python':
        options.python = dialectOf(value(name, inline));
        break;
      case '--start-method':
        options.startMethod = startMethodOf(value(name, inline));
        break;
      default:
        throw new UsageError(`unknown option '${arg}'`);
    }
  }
  return options;

  function finish(program: Program, rest: number): RunOptions {
    options.program = program;
    options.named = true;
    options.args = argv.slice(rest);
    return options;
  }
}

/** `--name=value` and `-cvalue`. */
function splitOption(arg: string): [string, string | undefined] {
  if (arg.startsWith('--')) {
    const at = arg.indexOf('=');
    return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
  }
  const short = arg.slice(0, 2);
  return (short === '-c' || short === '-m') && arg.length > 2 ? [short, arg.slice(2)] : [arg, undefined];
}

function dialectOf(text: string): 2 | 3 | 'auto' {
  if (text === 'auto') return 'auto';
  if (/^2(\.7)?$/.test(text)) return 2;
  if (/^3(\.\d+)?$/.test(text)) return 3;
  throw new UsageError(`--python takes 2, 3 or auto, not '${text}'`);
}

function startMethodOf(text: string): 'fork' | 'spawn' | 'forkserver' {
  if (text === 'fork' || text === 'spawn' || text === 'forkserver') return text;
  throw new UsageError(`--start-method takes fork, spawn or forkserver, not '${text}'`);
}

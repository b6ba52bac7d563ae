/**
 * `posix_spawn` and `posix_spawnp`: a program as a child, with what is to be done to its descriptors.
 *
 * Missing: `scheduler`, and signals that the program begins with blocked. A process group of its own is a session of its own here.
 * Spec: https://docs.python.org/3/library/os.html#os.posix_spawn
 */
import { osError, system } from '../../builtins/osError.js';
import { closeDescriptor, descriptorEntries, openPath } from '../../io/descriptors.js';
import { errnoOf } from '../../io/errnoTable.js';
import { host as fileHost } from '../../io/host.js';
import { type PathArg, pathArg, resolvePath } from '../../io/paths.js';
import { rt } from '../../object/context.js';
import { NotImplementedError, TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { toArray } from '../../object/iterate.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { truthy } from '../../object/truth.js';
import type { Members } from '../../object/type.js';
import { PyList, PyTuple } from '../../object/values.js';
import {
  checkExecutable,
  environment,
  ignoredSignals,
  inheritedDescriptors,
  startProgram,
  stdioList,
} from '../../process/childPrograms.js';
import { intArg, variablesOf, word } from './arguments.js';

const Action = { open: 0, close: 1, dup2: 2 } as const;
const MAX_SIGNAL = 64;
const DEFAULT_PATH = '/bin:/usr/bin';

interface Setting {
  readonly name: 'posix_spawn' | 'posix_spawnp';
  readonly actions: Py;
  readonly setpgroup: Py;
  readonly setsid: Py;
  readonly setsigmask: Py;
  readonly setsigdef: Py;
}

function wordsOf(argv: Py, name: string): string[] {
  if (!(argv instanceof PyList || argv instanceof PyTuple)) throw TypeError(`${name}: argv must be a tuple or list`);
  const words = argv.items.map(word);
  if (words.length === 0) throw ValueError(`${name}: argv must not be empty`);
  if (words[0] === '') throw ValueError(`${name}: argv first element cannot be empty`);
  return words;
}

interface Arranged {
  /** By the program's descriptor, that of this process. */
  readonly descriptors: Map<number, number>;
  /** Those that were opened for the program alone. */
  readonly opened: number[];
}

/** What the actions take besides their kind. */
const ACTION_ARGUMENTS: Readonly<Record<number, readonly [name: string, count: number]>> = {
  [Action.open]: ['open', 4],
  [Action.close]: ['close', 1],
  [Action.dup2]: ['dup2', 2],
};

function checkAction(kind: Py, count: number): void {
  if (intValue(kind) === undefined)
    throw TypeError(`'${typeOf(kind).name}' object cannot be interpreted as an integer`);
  const known = ACTION_ARGUMENTS[intArg(kind)];
  if (known === undefined) throw TypeError('Unknown file_actions identifier');
  const [name, wanted] = known;
  if (count !== wanted) throw TypeError(`A ${name} file_action tuple must have ${wanted + 1} elements`);
}

function signalsOf(given: Py): number[] {
  const signals = given === undefined ? [] : toArray(given).map(intArg);
  const wrong = signals.find((signal) => signal < 1 || signal > MAX_SIGNAL);
  if (wrong !== undefined) throw ValueError(`signal number ${wrong} out of range [1; ${MAX_SIGNAL}]`);
  return signals;
}

/** What the program has at each descriptor: what it inherits, and what the actions, one after another, make of all that this process has. */
function arrange(actions: Py, path: PathArg): Arranged {
  const all = new Map(descriptorEntries().map(({ fd }) => [fd, fd]));
  const kept = new Set([0, 1, 2, ...inheritedDescriptors()]);
  const opened: number[] = [];
  const put = (fd: number, source: number): void => {
    all.set(fd, source);
    kept.add(fd);
  };
  for (const action of actions === undefined || actions === null ? [] : toArray(actions)) {
    if (!(action instanceof PyTuple) || action.items.length === 0)
      throw TypeError('Each file_actions element must be a non-empty tuple');
    const [kind, ...args] = action.items;
    checkAction(kind, args.length);
    if (kind === Action.open) {
      const [fd, file, flags, mode] = args;
      const target = pathArg(file, 'posix_spawn');
      opened.push(system(() => openPath(target.path, intArg(flags), intArg(mode)), path.shown));
      put(intArg(fd), opened.at(-1)!);
    } else if (kind === Action.close) all.delete(intArg(args[0]));
    else {
      const source = all.get(intArg(args[0]));
      if (source === undefined) throw osError(errnoOf('EBADF')!, path.shown);
      put(intArg(args[1]), source);
    }
  }
  return { descriptors: new Map([...all].filter(([fd]) => kept.has(fd))), opened };
}

/** The file of a program that is named: itself, or the first of that name in PATH that can be run. Errors as by `execve`. */
function findFile(path: string, inPath: boolean): string {
  const folders = inPath && !path.includes('/') ? (environment().PATH ?? DEFAULT_PATH).split(':') : [];
  for (const folder of folders) {
    const file = String(resolvePath(`${folder}/${path}`));
    try {
      checkExecutable(file);
      return file;
    } catch {}
  }
  const file = String(resolvePath(path));
  checkExecutable(file);
  return file;
}

function spawn(
  path: Py,
  argv: Py,
  env: Py,
  { name, actions, setpgroup, setsid, setsigmask, setsigdef }: Setting,
): number {
  const file = pathArg(path, name);
  const args = wordsOf(argv, name);
  const variables = env === null ? environment() : variablesOf(env);
  const defaults = signalsOf(setsigdef);
  signalsOf(setsigmask);
  if (setpgroup !== undefined) intArg(setpgroup);
  const { descriptors, opened } = arrange(actions, file);
  try {
    return system(
      () =>
        startProgram({
          file: findFile(word(path), name === 'posix_spawnp'),
          args,
          cwd: rt.cwd ?? null,
          env: variables,
          stdio: stdioList(descriptors),
          newSession: setpgroup !== undefined || truthy(setsid ?? false),
          replaces: false,
          uid: null,
          gid: null,
          umask: fileHost().umask ?? null,
          ignored: ignoredSignals().filter((signal) => !defaults.includes(signal)),
        }),
      file.shown,
    );
  } finally {
    for (const fd of opened) closeDescriptor(fd);
  }
}

const PARAMETERS =
  '(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None)';

const member = (name: Setting['name']) =>
  fn(PARAMETERS, (path: Py, argv: Py, env: Py, actions: Py, setpgroup: Py, _reset: Py, setsid: Py, ...rest: Py[]) => {
    const [setsigmask, setsigdef, scheduler] = rest;
    if (scheduler !== undefined && scheduler !== null) throw NotImplementedError(`${name}: scheduler is not supported`);
    return spawn(path, argv, env, { name, actions, setpgroup, setsid, setsigmask, setsigdef });
  });

export const spawnMembers = (): Members => ({
  posix_spawn: member('posix_spawn'),
  posix_spawnp: member('posix_spawnp'),
  POSIX_SPAWN_OPEN: Action.open,
  POSIX_SPAWN_CLOSE: Action.close,
  POSIX_SPAWN_DUP2: Action.dup2,
});

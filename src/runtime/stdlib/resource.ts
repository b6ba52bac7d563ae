/**
 * The `resource` module. All Python processes of a program are one process of the system: what one of them has used cannot be told from
 * what the others have, and limits hold for all. Limits of memory and of processes are only noted: those of one Python process would end
 * the threads of all others.
 * Spec: https://docs.python.org/3/library/resource.html
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { osError } from '../builtins/osError.js';
import { errnoOf } from '../io/errnoTable.js';
import { moduleState, rt } from '../object/context.js';
import { OSError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { toArray } from '../object/iterate.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { PyFloat, PyTuple } from '../object/values.js';
import { intArg } from './posix/arguments.js';
import { resourceUsage, resourceUsageType } from './posix/process.js';

const LIMITS = {
  RLIMIT_CPU: 0,
  RLIMIT_FSIZE: 1,
  RLIMIT_DATA: 2,
  RLIMIT_STACK: 3,
  RLIMIT_CORE: 4,
  RLIMIT_RSS: 5,
  RLIMIT_NPROC: 6,
  RLIMIT_NOFILE: 7,
  RLIMIT_OFILE: 7,
  RLIMIT_MEMLOCK: 8,
  RLIMIT_AS: 9,
  RLIMIT_SIGPENDING: 11,
  RLIMIT_MSGQUEUE: 12,
  RLIMIT_NICE: 13,
  RLIMIT_RTPRIO: 14,
  RLIMIT_RTTIME: 15,
} as const;

/** The order of the lines of `/proc/self/limits`, which is that of the numbers. */
const COUNT = 16;
const INFINITY = -1;
const USAGE = { RUSAGE_SELF: 0, RUSAGE_CHILDREN: -1, RUSAGE_THREAD: 1 } as const;

/** Names of the limits as options of the `prlimit` command. */
const OPTIONS =
  'cpu fsize data stack core rss nproc nofile memlock as locks sigpending msgqueue nice rtprio rttime'.split(' ');

/** Limits that are noted and not set, with their values. */
const NOTED: readonly number[] = [
  LIMITS.RLIMIT_DATA,
  LIMITS.RLIMIT_STACK,
  LIMITS.RLIMIT_RSS,
  LIMITS.RLIMIT_NPROC,
  LIMITS.RLIMIT_AS,
];
const noted = (): Map<number, [number, number]> => moduleState('noted limits', () => new Map());

function limitArg(o: Py): number {
  const number = intArg(o);
  if (number < 0 || number >= COUNT) throw ValueError('invalid resource specified');
  return number;
}

/** Soft and hard limit. */
function limitsOf(resource: number): [number, number] {
  const own = noted().get(resource);
  if (own !== undefined) return own;
  const line = readFileSync('/proc/self/limits', 'latin1').split('\n')[resource + 1]!;
  const [soft, hard] = /(\d+|unlimited)\s+(\d+|unlimited)/.exec(line.slice(20))!.slice(1);
  const value = (text: string | undefined) => (text === 'unlimited' ? INFINITY : Number(text));
  return [value(soft), value(hard)];
}

function setLimits(resource: Py, limits: Py): null {
  const number = limitArg(resource);
  const values = toArray(limits);
  if (values.length !== 2) throw ValueError('expected a tuple of 2 integers');
  const [soft, hard] = values.map((value: Py) => Number(asIndex(value))) as [number, number];
  if (hard !== INFINITY && (soft === INFINITY || soft > hard)) throw ValueError('current limit exceeds maximum limit');
  const before = limitsOf(number);
  if (soft === before[0] && hard === before[1]) return null;
  if (NOTED.includes(number)) {
    if (before[1] !== INFINITY && (hard === INFINITY || hard > before[1]))
      throw ValueError('not allowed to raise maximum limit');
    noted().set(number, [soft, hard]);
    return null;
  }
  const text = (limit: number) => (limit === INFINITY ? 'unlimited' : String(limit));
  const option = `--${OPTIONS[number]}=${text(soft)}:${text(hard)}`;
  const { error, status } = spawnSync('prlimit', ['--pid', String(process.pid), option], { stdio: 'ignore' });
  if (error !== undefined) throw osError(errnoOf('ENOSYS')!);
  if (status !== 0) throw ValueError('not allowed to raise maximum limit');
  return null;
}

function usage(who: Py): PyTuple {
  const number = intArg(who);
  if (!(Object.values(USAGE) as number[]).includes(number)) throw ValueError('invalid who parameter');
  if (number !== USAGE.RUSAGE_CHILDREN) return resourceUsage();
  return resourceUsageType().make(
    resourceUsage().items.map((item: Py) => (item instanceof PyFloat ? new PyFloat(0) : 0)),
  );
}

export default (): Members => ({
  ...LIMITS,
  ...USAGE,
  RLIM_INFINITY: INFINITY,
  error: OSError.type,
  struct_rusage: resourceUsageType().type,
  getrlimit: fn('(resource, /)', (resource: Py) => new PyTuple(limitsOf(limitArg(resource)))),
  setrlimit: fn('(resource, limits, /)', setLimits),
  getrusage: fn('(who, /)', usage),
  getpagesize: fn('()', () => 4096),
  ...(rt.dialect === 2
    ? {}
    : {
        prlimit: fn('(pid, resource, limits=None, /)', (_pid: Py, resource: Py, limits: Py) => {
          const before = new PyTuple(limitsOf(limitArg(resource)));
          if (limits !== undefined && limits !== null) setLimits(resource, limits);
          return before;
        }),
      }),
});

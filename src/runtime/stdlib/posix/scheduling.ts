/** How the system shares out its processors: which ones the process may use, and priorities. */
import { readFileSync } from 'node:fs';
import * as os from 'node:os';
import { osError } from '../../builtins/osError.js';
import { errnoOf } from '../../io/errnoTable.js';
import { rt } from '../../object/context.js';
import { ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { toArray } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { PySet } from '../../object/table.js';
import type { Members } from '../../object/type.js';
import { intArg } from './arguments.js';

const AFFINITY = 'affinity';

/** Whether a process is the own one. ESRCH. */
function isOwn(pid: Py): boolean {
  const number = intArg(pid);
  if (number < 0) throw osError(errnoOf('ESRCH')!);
  return number === 0 || number === (rt.pid ?? process.pid);
}

const ownAffinity = (): number[] => (rt.state.get(AFFINITY) as number[] | undefined) ?? affinity();

/** Keeps what the process asked for: which of the processors its thread runs on cannot be said from here. */
function setAffinity(pid: Py, mask: Py): null {
  const isMine = isOwn(pid);
  const wanted = toArray(mask).map(intArg);
  if (wanted.some((cpu) => cpu < 0)) throw ValueError('negative CPU number');
  const there = affinity();
  const chosen = [...new Set(wanted)].filter((cpu) => there.includes(cpu)).sort((a, b) => a - b);
  if (chosen.length === 0) throw osError(errnoOf('EINVAL')!);
  if (isMine) rt.state.set(AFFINITY, chosen);
  return null;
}

/** The processors that the program may use. */
function affinity(): number[] {
  try {
    const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1] ?? '';
    return list.split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
  } catch {
    return Array.from({ length: os.availableParallelism() }, (_, i) => i);
  }
}

/** The highest priority of Linux's policies by number: SCHED_OTHER, FIFO, RR, BATCH, and IDLE. */
const HIGHEST: Readonly<Record<number, number>> = { 0: 0, 1: 99, 2: 99, 3: 0, 5: 0 };

function highest(policy: Py): number {
  const found = HIGHEST[intArg(policy)];
  if (found === undefined) throw osError(errnoOf('EINVAL')!);
  return found;
}

export const schedulingMembers = (): Members => ({
  sched_getaffinity: fn('(pid, /)', (pid: Py) => PySet.from(isOwn(pid) ? ownAffinity() : affinity())),
  sched_setaffinity: fn('(pid, mask, /)', setAffinity),
  sched_yield: fn('()', () => null),
  sched_get_priority_max: fn('(policy)', highest),
  sched_get_priority_min: fn('(policy)', (policy: Py) => Math.min(highest(policy), 1)),
});

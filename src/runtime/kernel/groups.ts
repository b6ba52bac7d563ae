/**
 * Process groups and sessions. A group is known by its number, the pid of the process that began it; 0 stands for the
 * group, and the session, that Node itself was started in.
 */
import { readFileSync } from 'node:fs';
import { KernelError } from './errors.js';
import type { ProcessRecord, ProcessTable } from './processes.js';

export interface Membership {
  readonly group: number;
  readonly session: number;
}

/** Fields of /proc/PID/stat after the program's name. */
const GROUP_FIELD = 2;
const SESSION_FIELD = 3;

/** What the system says of a real process. Errors: those of reading files, if there is no such process. */
export function realMembership(pid: number | 'self'): Membership {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ');
  return { group: Number(fields[GROUP_FIELD]), session: Number(fields[SESSION_FIELD]) };
}

/** The numbers of what 0 stands for. Where the system does not tell, Node counts as the leader of both. */
export function ownMembership(): Membership {
  try {
    return realMembership('self');
  } catch {
    return { group: process.pid, session: process.pid };
  }
}

/** Both with their real numbers. */
export function numbered({ group, session }: Membership): Membership {
  if (group !== 0 && session !== 0) return { group, session };
  const own = ownMembership();
  return { group: group || own.group, session: session || own.session };
}

/** The number by which the kernel knows a group: 0 for the one that Node is in. */
export const knownAs = (group: number): number => (group === ownMembership().group ? 0 : group);

/** `setsid`. Errors: EPERM for the leader of a group. */
export function beginSession(caller: ProcessRecord): void {
  if (numbered(caller).group === caller.pid) throw new KernelError('EPERM', 'operation not permitted');
  caller.group = caller.session = caller.pid;
}

/** `setpgid`, with 0 for the caller and for the pid of the process itself. Errors: EINVAL, ESRCH, EPERM. */
export function enterGroup(processes: ProcessTable, caller: ProcessRecord, pid: number, group: number): void {
  if (group < 0 || pid < 0) throw new KernelError('EINVAL', 'invalid argument');
  const target = pid === 0 ? caller : processes.get(pid);
  if (target === undefined || (target !== caller && target.parentPid !== caller.pid)) {
    throw new KernelError('ESRCH', 'no such process');
  }
  const wanted = knownAs(group === 0 ? target.pid : group);
  const isThere = (p: ProcessRecord) => p.group === wanted && p.session === target.session;
  const mayEnter = wanted === 0 ? target.session === 0 : wanted === target.pid || [...processes].some(isThere);
  if (!mayEnter || target.session !== caller.session || numbered(target).session === target.pid) {
    throw new KernelError('EPERM', 'operation not permitted');
  }
  target.group = wanted;
}

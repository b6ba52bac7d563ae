/** Process groups and sessions, as `os` has them. */
import { fail } from '../io/openFile.js';
import { type Membership, realMembership } from '../kernel/groups.js';
import { rt } from '../object/context.js';
import { host } from './host.js';

/** The group and the session of a process, 0 for this one; of real ones too. Errors: ESRCH. */
export function groupOf(pid: number): Membership {
  const { client } = host();
  client.unstarted.get(pid)?.();
  const found = client.call('groupOf', pid);
  if (found !== null) return found;
  try {
    return realMembership(pid);
  } catch {
    return fail('ESRCH');
  }
}

export function setGroup(pid: number, group: number): void {
  const { client } = host();
  client.unstarted.get(pid)?.();
  client.call('setGroup', pid, group);
}

export function setSession(): void {
  host().client.call('setSession');
}

/** Whether this process has a group of its own, which a program that takes its place is to have too. */
export const leadsGroup = (): boolean => rt.pid !== process.pid && groupOf(0).group === rt.pid;

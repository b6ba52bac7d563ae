/** What a process can wait for. The index is what its entry in the arena holds; 0 is "awake". */
export const reasons = [
  'running',
  'lock',
  'rlock',
  'semaphore',
  'condition',
  'event',
  'barrier',
  'queue get',
  'queue put',
  'pipe recv',
  'pipe send',
  'process end',
  'kernel call',
  'any of several',
  'sleep',
  'signal',
  'thread',
  'queue join',
  'pool result',
  'pool task',
  'stopped',
] as const;

export type Reason = Exclude<(typeof reasons)[number], 'running'>;

const codes: ReadonlyMap<string, number> = new Map(reasons.map((reason, code) => [reason, code]));

export function reasonCode(reason: Reason): number {
  return codes.get(reason)!;
}

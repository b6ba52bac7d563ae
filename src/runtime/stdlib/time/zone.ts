/**
 * The local time zone: from TZ, or the system's.
 * Spec of the files: https://www.rfc-editor.org/rfc/rfc8536
 */
import { readFileSync } from 'node:fs';
import { host } from '../../io/host.js';
import { moduleState } from '../../object/context.js';
import { type LocalKind, type PosixZone, parsePosixZone, posixKindAt } from './posixZone.js';

export type { LocalKind };

/** Moments at which local time changes, and what it is from each of them on. */
interface ZoneFile {
  readonly moments: readonly number[];
  readonly kinds: readonly LocalKind[];
  /** Before the first moment. */
  readonly first: LocalKind;
  /** After the last one. */
  readonly rule: PosixZone | undefined;
}

export interface Zone {
  kindAt(moment: number): LocalKind;
}

const ZONEINFO = '/usr/share/zoneinfo';
const UTC: LocalKind = { offset: 0, isDst: false, name: 'UTC' };

interface State {
  /** TZ when the zone was made. */
  key: string | undefined;
  zone: Zone;
}

/** The zone as it was when `tzset` was last called (or first needed). */
export function localZone(): Zone {
  return zoneState().zone;
}

const zoneState = (): State =>
  moduleState('time zone', () => {
    const key = host().environ.get('TZ');
    return { key, zone: makeZone(key) };
  });

/** Looks at TZ again. */
export function resetZone(): void {
  const state = zoneState();
  state.key = host().environ.get('TZ');
  state.zone = makeZone(state.key);
}

function makeZone(tz: string | undefined): Zone {
  if (tz === undefined) return fileZone('/etc/localtime') ?? fixed(UTC);
  const name = tz.replace(/^:/, '');
  if (name === '') return fixed({ ...UTC, name: 'UTC' });
  if (!name.includes('..')) {
    const found = fileZone(name.startsWith('/') ? name : `${ZONEINFO}/${name}`);
    if (found !== undefined) return found;
  }
  const rule = parsePosixZone(name);
  if (rule !== undefined) return { kindAt: (moment) => posixKindAt(rule, moment) };
  return fixed({ ...UTC, name: /^[A-Za-z]{3,}/.exec(name)?.[0] ?? 'UTC' });
}

const fixed = (kind: LocalKind): Zone => ({ kindAt: () => kind });

function fileZone(path: string): Zone | undefined {
  let file: ZoneFile | undefined;
  try {
    file = parseZoneFile(readFileSync(path));
  } catch {
    return undefined;
  }
  return file === undefined ? undefined : { kindAt: (moment) => kindInFile(file, moment) };
}

function kindInFile({ moments, kinds, first, rule }: ZoneFile, moment: number): LocalKind {
  const count = moments.length;
  if (count === 0 || moment < moments[0]!) return count === 0 && rule !== undefined ? posixKindAt(rule, moment) : first;
  if (moment >= moments[count - 1]! && rule !== undefined) return posixKindAt(rule, moment);
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (moments[middle]! <= moment) low = middle;
    else high = middle - 1;
  }
  return kinds[low]!;
}

const HEADER = 44;

interface Counts {
  isUtc: number;
  isStandard: number;
  leaps: number;
  moments: number;
  kinds: number;
  names: number;
}

function countsAt(data: Buffer, at: number): Counts {
  const [isUtc, isStandard, leaps, moments, kinds, names] = [20, 24, 28, 32, 36, 40].map((o) =>
    data.readUInt32BE(at + o),
  );
  return { isUtc: isUtc!, isStandard: isStandard!, leaps: leaps!, moments: moments!, kinds: kinds!, names: names! };
}

const blockSize = (c: Counts, width: number): number =>
  c.moments * (width + 1) + c.kinds * 6 + c.names + c.leaps * (width + 4) + c.isStandard + c.isUtc;

function parseZoneFile(data: Buffer): ZoneFile | undefined {
  if (data.toString('latin1', 0, 4) !== 'TZif') return undefined;
  const isLong = data[4]! >= 0x32;
  const at = isLong ? HEADER + blockSize(countsAt(data, 0), 4) : 0;
  const counts = countsAt(data, at);
  const width = isLong ? 8 : 4;
  const body = at + HEADER;
  const moments: number[] = [];
  for (let i = 0; i < counts.moments; i++) {
    moments.push(isLong ? Number(data.readBigInt64BE(body + i * 8)) : data.readInt32BE(body + i * 4));
  }
  const indexes = body + counts.moments * width;
  const all = readKinds(data, indexes + counts.moments, counts);
  const kinds = moments.map((_, i) => all[data[indexes + i]!]!);
  const footer = isLong ? data.toString('latin1', body + blockSize(counts, 8)).trim() : '';
  const rule = footer === '' ? undefined : parsePosixZone(footer);
  return { moments, kinds, first: all.find((kind) => !kind.isDst) ?? all[0] ?? UTC, rule };
}

function readKinds(data: Buffer, at: number, counts: Counts): LocalKind[] {
  const names = at + counts.kinds * 6;
  return Array.from({ length: counts.kinds }, (_, i) => {
    const start = names + data[at + i * 6 + 5]!;
    const name = data.toString('latin1', start, data.indexOf(0, start));
    return { offset: data.readInt32BE(at + i * 6), isDst: data[at + i * 6 + 4] === 1, name };
  });
}

/**
 * The `time` module.
 * Spec: https://docs.python.org/3/library/time.html
 */

import { ioError, osError } from '../builtins/osError.js';
import { importModule } from '../import/importFunction.js';
import { errnoOf } from '../io/errnoTable.js';
import { host } from '../io/host.js';
import { getAttr } from '../object/attributes.js';
import { call, callKw } from '../object/call.js';
import { beforeShowing } from '../object/endings.js';
import { rt } from '../object/context.js';
import { OverflowError, TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asIndex, intValue, normalInt, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyTuple, PyUnicode } from '../object/values.js';
import { interruptible } from '../process/interruptible.js';
import { existingScheduler } from '../threads/scheduler.js';
import { intArg } from './posix/arguments.js';
import { type BrokenTime, localTime, momentOf, utcTime } from './time/broken.js';
import { monotonicMs, processCpuNs, wallMs } from './time/clocks.js';
import { DAY_NAMES, MONTH_NAMES, strftime } from './time/strftime.js';
import { brokenArg, checkRanges, structTime, toStructTime } from './time/structTime.js';
import { localZone, resetZone } from './time/zone.js';

const float = (v: number): PyFloat => new PyFloat(v);
const ns = (v: number): Py => normalInt(BigInt(Math.trunc(v)));

const MAX_TIME = 2 ** 63;
const outOfRange = () => (rt.dialect === 2 ? ValueError : OverflowError)('timestamp out of range for platform time_t');

/** Seconds as an argument, int or float; the fraction is kept. */
function secondsArg(o: Py): number {
  if (o instanceof PyFloat) {
    if (Number.isNaN(o.v)) throw ValueError('Invalid value NaN (not a number)');
    if (Math.abs(o.v) >= MAX_TIME) throw outOfRange();
    return o.v;
  }
  if (rt.dialect === 2 && intValue(o) === undefined) throw TypeError('a float is required');
  const value = asIndex(o);
  if (value >= MAX_TIME || value < -MAX_TIME) throw outOfRange();
  return Number(value);
}

/** Last second of the largest year that fits a C int. */
const MAX_MOMENT = 67768036191676792;

/** The moment of an optional argument, in whole seconds: now by default. */
function momentArg(o: Py): number {
  const moment = Math.floor(o === undefined || o === null ? wallMs() / 1000 : secondsArg(o));
  if (Math.abs(moment) > MAX_MOMENT) throw osError(errnoOf('EOVERFLOW')!);
  return moment;
}

function asctime(t: BrokenTime): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${DAY_NAMES[t.weekDay]!.slice(0, 3)} ${MONTH_NAMES[t.month - 1]!.slice(0, 3)}${String(t.day).padStart(3)}`;
  return `${date} ${two(t.hour)}:${two(t.minute)}:${two(t.second)} ${t.year}`;
}

function formatTime(format: Py, tuple: Py): Py {
  const text = strValue(format) ?? (format instanceof PyUnicode ? format.value : undefined);
  if (text === undefined) throw TypeError(`strftime() argument 1 must be str, not ${typeOf(format).name}`);
  const t = tuple === undefined ? localTime(momentArg(undefined)) : checkRanges(brokenArg(tuple, 'strftime'));
  if (text.includes('\0')) throw ValueError('embedded null character');
  return strftime(text, t);
}

function mktime(tuple: Py): PyFloat {
  const t = brokenArg(tuple, 'mktime');
  return float(momentOf(t));
}

/** `sleep(secs)`: other threads of the process run meanwhile. In Python 2 it ends when the handler of a signal has run. */
function sleep(seconds: Py): null {
  const given = secondsArg(seconds);
  if (given < 0) throw rt.dialect === 2 ? ioError(errnoOf('EINVAL')!) : ValueError('sleep length must be non-negative');
  beforeShowing();
  const ms = given * 1000;
  try {
    interruptible(() => sleepFor(ms));
  } catch (error) {
    if ((error as { code?: string }).code !== 'EINTR') throw error;
  }
  return null;
}

function sleepFor(ms: number): void {
  const scheduler = existingScheduler();
  if (scheduler !== undefined && scheduler.threads.length > 0) {
    scheduler.waitFor({ ready: () => false, deadline: scheduler.deadlineAfter(ms) });
  } else if (ms > 0) host().sleep(ms);
}

const CLOCKS: Readonly<Record<string, readonly [string, boolean, boolean]>> = {
  time: ['CLOCK_REALTIME', false, true],
  monotonic: ['CLOCK_MONOTONIC', true, false],
  perf_counter: ['CLOCK_MONOTONIC', true, false],
  process_time: ['CLOCK_PROCESS_CPUTIME_ID', true, false],
  thread_time: ['CLOCK_THREAD_CPUTIME_ID', true, false],
};

function clockInfo(name: Py): Py {
  const info = CLOCKS[String(name)];
  if (info === undefined) throw ValueError('unknown clock');
  const [clock, monotonic, adjustable] = info;
  const namespace = getAttr(importModule('types', null, [], 0), 'SimpleNamespace');
  const keywords = new Map<string, Py>(
    Object.entries({
      implementation: `clock_gettime(${clock})`,
      monotonic,
      adjustable,
      resolution: float(1e-9),
    }),
  );
  return callKw(namespace, [], keywords);
}

const CLOCK_IDS = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_BOOTTIME: 7,
  CLOCK_TAI: 11,
};

/** A clock by its number, in ns. */
function clockNs(id: Py): number {
  switch (intArg(id)) {
    case CLOCK_IDS.CLOCK_REALTIME:
    case CLOCK_IDS.CLOCK_TAI:
      return wallMs() * 1e6;
    case CLOCK_IDS.CLOCK_MONOTONIC:
    case CLOCK_IDS.CLOCK_MONOTONIC_RAW:
    case CLOCK_IDS.CLOCK_BOOTTIME:
      return monotonicMs() * 1e6;
    case CLOCK_IDS.CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_IDS.CLOCK_THREAD_CPUTIME_ID:
      return processCpuNs();
    default:
      throw osError(errnoOf('EINVAL')!);
  }
}

const YEAR = (365 * 24 + 6) * 3600;

/** The zone's two names and offsets, found as CPython does: by a day in January and one in July. */
function zoneMembers(): Members {
  const january = Math.floor(wallMs() / 1000 / YEAR) * YEAR;
  const [first, second] = [january, january + YEAR / 2].map((moment) => localZone().kindAt(moment)) as [
    ReturnType<ReturnType<typeof localZone>['kindAt']>,
    ReturnType<ReturnType<typeof localZone>['kindAt']>,
  ];
  const [standard, summer] = first.offset > second.offset ? [second, first] : [first, second];
  return {
    timezone: -standard.offset || 0,
    altzone: -summer.offset || 0,
    daylight: standard.offset === summer.offset ? 0 : 1,
    tzname: new PyTuple([standard.name, summer.name]),
  };
}

function tzset(): null {
  resetZone();
  for (const module of [rt.modules.get('time'), rt.modules.get('@time')])
    for (const [name, value] of Object.entries(zoneMembers())) module?.namespace.set(name, value);
  return null;
}

function strptime(text: Py, format: Py): Py {
  const parse = getAttr(importModule('_strptime', null, [], 0), '_strptime_time');
  return call(parse, format === undefined ? [text] : [text, format]);
}

/** Functions that both dialects have. */
function members(): Members {
  const sleepFunction = fn('(seconds, /)', sleep);
  sleepFunction.builtin!.blocking = true;
  return {
    time: fn('()', () => float(wallMs() / 1000)),
    sleep: sleepFunction,
    gmtime: fn('(seconds=None, /)', (seconds: Py) => toStructTime(utcTime(momentArg(seconds)))),
    localtime: fn('(seconds=None, /)', (seconds: Py) => toStructTime(localTime(momentArg(seconds)))),
    mktime: fn('(time_tuple, /)', mktime),
    asctime: fn('(time_tuple=None, /)', (tuple: Py) =>
      asctime(tuple === undefined ? localTime(momentArg(undefined)) : checkRanges(brokenArg(tuple, 'asctime'))),
    ),
    ctime: fn('(seconds=None, /)', (seconds: Py) => asctime(localTime(momentArg(seconds)))),
    strftime: fn('(format, time_tuple=None, /)', formatTime),
    strptime: fn("(string, format='%a %b %d %H:%M:%S %Y', /)", strptime),
    tzset: fn('()', tzset),
    struct_time: structTime().type,
    ...zoneMembers(),
  };
}

const members2 = (): Members => ({
  clock: fn('()', () => float(Math.round(processCpuNs() / 1e3) / 1e6)),
  accept2dyear: 1,
});

const members3 = (): Members => ({
  time_ns: fn('()', () => ns(wallMs() * 1e6)),
  monotonic: fn('()', () => float(monotonicMs() / 1000)),
  monotonic_ns: fn('()', () => ns(monotonicMs() * 1e6)),
  perf_counter: fn('()', () => float(monotonicMs() / 1000)),
  perf_counter_ns: fn('()', () => ns(monotonicMs() * 1e6)),
  process_time: fn('()', () => float(processCpuNs() / 1e9)),
  process_time_ns: fn('()', () => ns(processCpuNs())),
  thread_time: fn('()', () => float(processCpuNs() / 1e9)),
  thread_time_ns: fn('()', () => ns(processCpuNs())),
  clock_gettime: fn('(clk_id, /)', (id: Py) => float(clockNs(id) / 1e9)),
  clock_gettime_ns: fn('(clk_id, /)', (id: Py) => ns(clockNs(id))),
  clock_getres: fn('(clk_id, /)', (id: Py) => {
    clockNs(id);
    return float(1e-9);
  }),
  get_clock_info: fn('(name, /)', clockInfo),
  _STRUCT_TM_ITEMS: rt.dialect === 2 ? 9 : 11,
  ...CLOCK_IDS,
});

/** As Python 3 has it: for its library, in Python 2 programs too. */
export const timeOfLibrary = (): Members => ({ ...members(), ...members3() });

export default (): Members => (rt.dialect === 2 ? { ...members(), ...members2() } : timeOfLibrary());

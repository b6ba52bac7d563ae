/**
 * Time zones written as a rule: `CET-1CEST,M3.5.0,M10.5.0/3`.
 * Spec: https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html (TZ)
 */
import { civilFromDays, daysFromCivil, isLeap, weekDay } from './calendar.js';

/** What local time is at some moment. */
export interface LocalKind {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly isDst: boolean;
  readonly name: string;
}

/** The n-th such day of the week in a month; 5 is the last. */
interface MonthRule {
  readonly kind: 'month';
  readonly month: number;
  readonly week: number;
  readonly day: number;
}

/** Day of the year from 1, never counting 29 February; or from 0, counting it. */
interface YearRule {
  readonly kind: 'julian' | 'yearDay';
  readonly day: number;
}

type DayRule = MonthRule | YearRule;

interface Change {
  readonly rule: DayRule;
  /** Seconds after midnight, local time. */
  readonly time: number;
}

export interface PosixZone {
  readonly standard: LocalKind;
  readonly summer: { readonly kind: LocalKind; readonly start: Change; readonly end: Change } | undefined;
}

const NAME = '([A-Za-z]{3,}|<[A-Za-z0-9+-]+>)';
const OFFSET = '([+-]?\\d{1,3}(?::\\d{1,2}){0,2})';
const ZONE = new RegExp(`^${NAME}${OFFSET}(?:${NAME}${OFFSET}?(?:,([^,]+),([^,]+))?)?$`);
/** Where a zone with summer time does not say when. */
const DEFAULT_RULES = ['M3.2.0', 'M11.1.0'];

/** Parses a rule; undefined if it is none. */
export function parsePosixZone(text: string): PosixZone | undefined {
  const match = ZONE.exec(text);
  if (match === null) return undefined;
  const [, name, offset, summerName, summerOffset, start = DEFAULT_RULES[0]!, end = DEFAULT_RULES[1]!] = match;
  const standard = { offset: -seconds(offset!), isDst: false, name: plain(name!) };
  if (summerName === undefined) return { standard, summer: undefined };
  const shift = summerOffset === undefined ? standard.offset + 3600 : -seconds(summerOffset);
  const changes = [parseChange(start), parseChange(end)];
  if (changes[0] === undefined || changes[1] === undefined) return undefined;
  const kind = { offset: shift, isDst: true, name: plain(summerName) };
  return { standard, summer: { kind, start: changes[0], end: changes[1] } };
}

const plain = (name: string): string => name.replace(/[<>]/g, '');

/** `[+-]h[:m[:s]]` in seconds. */
function seconds(text: string): number {
  const [hours = 0, minutes = 0, rest = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  const size = hours * 3600 + minutes * 60 + rest;
  return text.startsWith('-') ? -size : size;
}

function parseChange(text: string): Change | undefined {
  const [date, time] = text.split('/') as [string, string | undefined];
  const at = time === undefined ? 7200 : seconds(time);
  const month = /^M(\d+)\.(\d+)\.(\d+)$/.exec(date);
  if (month !== null) {
    return {
      rule: { kind: 'month', month: Number(month[1]), week: Number(month[2]), day: Number(month[3]) },
      time: at,
    };
  }
  const day = /^(J?)(\d+)$/.exec(date);
  if (day === null) return undefined;
  return { rule: { kind: day[1] === 'J' ? 'julian' : 'yearDay', day: Number(day[2]) }, time: at };
}

/** Days since 1970 of a rule's day in a year. */
function dayOf(rule: DayRule, year: number): number {
  if (rule.kind === 'month') return dayOfMonthRule(rule, year);
  if (rule.kind === 'yearDay') return daysFromCivil(year, 1, 1) + rule.day;
  return daysFromCivil(year, 1, 1) + rule.day - 1 + (rule.day > 59 && isLeap(year) ? 1 : 0);
}

function dayOfMonthRule(rule: MonthRule, year: number): number {
  const first = daysFromCivil(year, rule.month, 1);
  const day = first + ((rule.day - weekDay(first) + 7) % 7) + (rule.week - 1) * 7;
  return day >= daysFromCivil(year, rule.month + 1, 1) ? day - 7 : day;
}

/** Local time at a moment (seconds since 1970). */
export function posixKindAt(zone: PosixZone, moment: number): LocalKind {
  const { standard, summer } = zone;
  if (summer === undefined) return standard;
  const { year } = civilFromDays(Math.floor((moment + standard.offset) / 86400));
  const start = dayOf(summer.start.rule, year) * 86400 + summer.start.time - standard.offset;
  const end = dayOf(summer.end.rule, year) * 86400 + summer.end.time - summer.kind.offset;
  const isSummer = start < end ? moment >= start && moment < end : moment >= start || moment < end;
  return isSummer ? summer.kind : standard;
}

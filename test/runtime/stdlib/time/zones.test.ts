import { expect, test } from 'vitest';
import { civilFromDays, daysFromCivil, weekDay, yearDay } from '../../../../src/runtime/stdlib/time/calendar.js';
import { parsePosixZone, posixKindAt } from '../../../../src/runtime/stdlib/time/posixZone.js';

test.each([
  { date: [1970, 1, 1], days: 0, week: 4, ofYear: 0 },
  { date: [1969, 12, 31], days: -1, week: 3, ofYear: 364 },
  { date: [2000, 2, 29], days: 11016, week: 2, ofYear: 59 },
  { date: [2100, 3, 1], days: 47541, week: 1, ofYear: 59 },
  { date: [1, 1, 1], days: -719162, week: 1, ofYear: 0 },
  { date: [9999, 12, 31], days: 2932896, week: 5, ofYear: 364 },
])('$date is day $days', ({ date: [year, month, day], days, week, ofYear }) => {
  expect(daysFromCivil(year!, month!, day!)).toBe(days);
  expect(civilFromDays(days)).toEqual({ year, month, day });
  expect(weekDay(days)).toBe(week);
  expect(yearDay({ year: year!, month: month!, day: day! })).toBe(ofYear);
});

const at = (text: string) => Date.parse(text) / 1000;

test.each([
  { zone: 'CET-1CEST,M3.5.0,M10.5.0/3', moment: '2021-03-28T00:59:59Z', name: 'CET', offset: 3600 },
  { zone: 'CET-1CEST,M3.5.0,M10.5.0/3', moment: '2021-03-28T01:00:00Z', name: 'CEST', offset: 7200 },
  { zone: 'CET-1CEST,M3.5.0,M10.5.0/3', moment: '2021-10-31T01:00:00Z', name: 'CET', offset: 3600 },
  { zone: 'EST5EDT', moment: '2021-07-01T00:00:00Z', name: 'EDT', offset: -14400 },
  { zone: 'AEST-10AEDT,M10.1.0,M4.1.0/3', moment: '2021-01-01T00:00:00Z', name: 'AEDT', offset: 39600 },
  { zone: 'AEST-10AEDT,M10.1.0,M4.1.0/3', moment: '2021-07-01T00:00:00Z', name: 'AEST', offset: 36000 },
  { zone: 'XXX+3:30', moment: '2021-07-01T00:00:00Z', name: 'XXX', offset: -12600 },
  { zone: '<-03>3', moment: '2021-07-01T00:00:00Z', name: '-03', offset: -10800 },
  { zone: 'AAA0BBB,J60,J300', moment: '2020-03-01T02:00:00Z', name: 'BBB', offset: 3600 },
])('$zone at $moment is $name', ({ zone, moment, name, offset }) => {
  const kind = posixKindAt(parsePosixZone(zone)!, at(moment));
  expect([kind.name, kind.offset]).toEqual([name, offset]);
});

test.each(['', 'A1', 'nonsense', 'CET-1CEST,M3', '5'])('%j is no zone', (text) => {
  expect(parsePosixZone(text)).toBeUndefined();
});

/**
 * `_datetime`, which CPython has in C, runs the library's `_pydatetime`. That raises the same exceptions with other words:
 * here they get those that programs see.
 */

/** What the library's source says, and what is said instead. All are found, or the source is of another version. */
const WORDS: readonly (readonly [old: string | RegExp, instead: string])[] = [
  ["'year must be in %d..%d' % (MINYEAR, MAXYEAR), year", "'year %i is out of range' % year"],
  ["'month must be in 1..12', month", "'month must be in 1..12'"],
  ["'day must be in 1..%d' % dim, day", "'day is out of range for month'"],
  ["'hour must be in 0..23', hour", "'hour must be in 0..23'"],
  ["'minute must be in 0..59', minute", "'minute must be in 0..59'"],
  ["'second must be in 0..59', second", "'second must be in 0..59'"],
  ["'microsecond must be in 0..999999', microsecond", "'microsecond must be in 0..999999'"],
  ["'fold must be either 0 or 1', fold", "'fold must be either 0 or 1'"],
  ['"cannot mix naive and timezone-aware time"', '"can\'t subtract offset-naive and offset-aware datetimes"'],
  ['"cannot compare naive and aware datetimes"', '"can\'t compare offset-naive and offset-aware datetimes"'],
  ['"cannot compare naive and aware times"', '"can\'t compare offset-naive and offset-aware times"'],
  ['"timedelta # of days is too large: %d" % d', '"days=%d; must have magnitude <= 999999999" % d'],
  [/"result out of range"/g, '"date value out of range"'],
  ['"Invalid weekday: {day}', '"Invalid day: {day}'],
  [/"tzinfo subclass must override (\w+)\(\)"/g, '"a tzinfo subclass must implement $1()"'],
  ['"dt.tzinfo is not self"', '"fromutc: dt.tzinfo is not self"'],
  ['"fromutc() requires a datetime argument"', '"fromutc: argument must be a datetime"'],
  [
    '"tzinfo argument must be None or of a tzinfo subclass"',
    '"tzinfo argument must be None or of a tzinfo subclass, not type \'%s\'" % type(tz).__name__',
  ],
  [
    '"tz argument must be an instance of tzinfo"',
    '"tzinfo argument must be None or of a tzinfo subclass, not type \'%s\'" % type(tz).__name__',
  ],
  [
    '"date argument must be a date instance"',
    '"combine() argument 1 must be datetime.date, not %s" % type(date).__name__',
  ],
  [
    '"time argument must be a time instance"',
    '"combine() argument 2 must be datetime.time, not %s" % type(time).__name__',
  ],
  [
    '"offset must be a timedelta")',
    '"timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)',
  ],
  ['"name must be a string"', '"timezone() argument 2 must be str, not %s" % type(name).__name__'],
  ['"timedelta(hours=24).")', '"timedelta(hours=24), not %r." % offset)'],
  [
    /"(utcoffset|tzname|dst)\(\) argument must be a datetime instance"\s*" or None"/g,
    '"$1(dt) argument must be a datetime instance or None, not %s" % type(dt).__name__',
  ],
  [/"fromutc\(\) argument must be a datetime instance"\s*" or None"/, '"fromutc: argument must be a datetime"'],
  ['"must be str, not %s"', '"__format__() argument 1 must be str, not %s"'],
  ["f'{self.__class__.__name__}'", "f'{_type_name(type(self))}'"],
  [/"%s\.%s\(/g, '"%s('],
  [/_get_class_module\(self\),\s*self\.__class__\.__qualname__/g, '_type_name(type(self))'],
];

/** Classes of the module show its name in front, subclasses elsewhere only their own. */
const TYPE_NAME = `

def _type_name(cls):
    return 'datetime.' + cls.__name__ if cls.__module__ == 'datetime' else cls.__name__
`;

/** All that the rewriting consists of. */
export const datetimeWords = (): string => [WORDS, TYPE_NAME, ZONES_2, datetimeSource, datetimeSource2].join();

/** The source of `_pydatetime` with the words of `_datetime`. */
export function datetimeSource(source: string): string {
  let text = source;
  for (const [old, instead] of WORDS)
    text = typeof old === 'string' ? text.replace(old, () => instead) : text.replace(old, instead);
  // At the end, so that the lines of what stands before keep their numbers.
  return text + TYPE_NAME;
}

/** What zones may give in Python 2: whole minutes. And `astimezone` is for what has a zone alone. */
const ZONES_2 = `
def _check_tzname(name):
    if name is not None and not isinstance(name, str):
        raise TypeError("tzinfo.tzname() must return None or a string, not '%s'" % _type_name(type(name)))

def _check_utc_offset(name, offset):
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or timedelta, not '%s'" % (name, _type_name(type(offset))))
    if offset.microseconds or offset.seconds % 60:
        raise ValueError('tzinfo.%s() must return a whole number of minutes' % name)
    minutes = offset.days * 1440 + offset.seconds // 60
    if not -1440 < minutes < 1440:
        raise ValueError('tzinfo.%s() returned %d; must be in -1439 .. 1439' % (name, minutes))

_to_zone, _no_zone = datetime.astimezone, object()

def astimezone(self, tz=_no_zone):
    if tz is _no_zone:
        raise TypeError("Required argument 'tz' (pos 1) not found")
    if not isinstance(tz, tzinfo):
        given = 'None' if tz is None else _type_name(type(tz))
        raise TypeError('astimezone() argument 1 must be datetime.tzinfo, not ' + given)
    if self.tzinfo is None or (tz is not self.tzinfo and self.utcoffset() is None):
        raise ValueError('astimezone() cannot be applied to a naive datetime')
    return _to_zone(self, tz)

datetime.astimezone = astimezone
`;

/**
 * The same for Python 2, where what is pickled of a date is a `str`, a timedelta shows no names, and what has a zone is not even
 * unequal to what has none.
 */
export const datetimeSource2 = (source: string): string =>
  `${datetimeSource(source)
    .replaceAll(', allow_mixed=True)', ')')
    .replace(
      /"fromutc\(\) requires a non-None utcoffset\(\) "\s*"result"/,
      '"fromutc: non-None utcoffset() result required"',
    )
    .replace('"fromutc() requires a non-None dst() result"', '"fromutc: non-None dst() result required"')
    .replaceAll('bytes([', '_state_text([')
    .replace(/(\w+)\.encode\('latin1'\)/g, 'list(map(ord, $1))')}
def _state_text(numbers):
    return ''.join(map(chr, numbers))

def _timedelta_text(self):
    fields = [self._days, self._seconds, self._microseconds]
    while len(fields) > 1 and not fields[-1]:
        fields.pop()
    return '%s(%s)' % (_type_name(type(self)), ', '.join(map(str, fields)))

timedelta.__repr__ = _timedelta_text
${ZONES_2}`;

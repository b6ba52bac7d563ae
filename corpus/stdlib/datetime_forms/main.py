"""datetime: the common forms, what is beyond them, and the ways in which programs change what they are made of."""
import copy
import datetime as dt
import pickle
import random
import time
from datetime import date, datetime, timedelta, timezone

pick = random.Random(11)


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def moment():
    return datetime(pick.randrange(1, 10000), pick.randrange(1, 13), pick.randrange(1, 29), pick.randrange(24), pick.randrange(60), pick.randrange(60),
                    pick.choice([0, 5, 999999, 120000]))


def delta():
    return timedelta(days=pick.randrange(-4000, 4000), seconds=pick.randrange(-10 ** 6, 10 ** 6), microseconds=pick.randrange(-10 ** 9, 10 ** 9))


for _ in range(60):
    a, b, d, e, n = moment(), moment(), delta(), delta(), pick.randrange(-9, 9)
    print(a, b, d, attempt(lambda: a + d), attempt(lambda: a - d), a - b, d + e, d - e, d * n, n * d, -d, abs(e), d.total_seconds(), a < b, a >= b, d < e, d == e, d // 3, d / e)
    print(a.isoformat(), a.isoformat(' '), a.date(), a.date() - b.date(), attempt(lambda: a.date() + d), a.weekday(), a.toordinal(), b.date().weekday(), a.date() < b.date(),
          a.strftime('%Y-%m-%d %H:%M:%S.%f %j %a %A %b %B %p %I %y %%') if a.year >= 1000 else '', a.date().strftime('%d/%m/%Y'), hash(a) == hash(copy.copy(a)))
print(timedelta(), timedelta(1), timedelta(hours=7, minutes=13), timedelta(weeks=-1), timedelta(milliseconds=-1), timedelta(0.5), timedelta(seconds=1.5), timedelta(True),
      timedelta(1, 2, 3, 4, 5, 6, 7), timedelta(microseconds=10 ** 15), repr(timedelta(-1, 5)), timedelta(0) * -1, (timedelta(0) * -1).days, bool(timedelta(0)))
for args, kwargs in [((10 ** 9,), {}), ((-999999999,), {'microseconds': -1})]:
    print(attempt(timedelta, *args, **kwargs))
for args in [(2023, 2, 29), (2024, 2, 29), (1900, 2, 29), (0, 1, 1), (10000, 1, 1), (2024, 13, 1), (2024, 1, 0), (2024, 4, 31), ('a', 1, 1), (2024, 1, 1.5), (2024, 1, 1, 24), (2024, 1, 1, 0, 60),
             (2024, 1, 1, 0, 0, 60), (2024, 1, 1, 0, 0, 0, 10 ** 6), (2024, 1, 1, 0, 0, 0, 0, 'x'), (True, True, True), (2024, 1, 1, True)]:
    print(args, attempt(datetime, *args), attempt(date, *args[:3]))
print(datetime(year=2024, month=5, day=6, hour=7), datetime(2024, 5, 6, minute=3, fold=1).fold, datetime(2024, 5, 6, tzinfo=timezone.utc))
print(attempt(lambda: datetime.max + timedelta(1)), attempt(lambda: datetime.min - timedelta(1)), attempt(lambda: date.max + timedelta(1)), datetime.max - datetime.min)
utc = datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone.utc)
east = datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone(timedelta(hours=2)))
plain = datetime(2024, 5, 6, 7, 8, 9)
print(utc - east, utc < east, utc == east, attempt(lambda: utc < plain), utc == plain, attempt(lambda: utc - plain), utc + timedelta(1), east.isoformat(), str(utc), utc.strftime('%H %z %Z'), plain == plain.date(),
      attempt(lambda: plain < plain.date()), attempt(lambda: plain + 1), attempt(lambda: timedelta(1) + 1), attempt(lambda: plain - 'x'), attempt(lambda: timedelta(1) < 3), timedelta(1) == 'x', timedelta(1) + plain)
for text in ['2024-05-06', '2024-05-06T07:08', '2024-05-06 07:08:09', '2024-05-06T07:08:09.123', '2024-05-06T07:08:09.123456', '2024-05-06T07:08:09+02:00', '20240506', '2024-W01-1', '2024-05-06T24:00', 'junk', '2024-05-06T07:08:09Z']:
    print(text, attempt(datetime.fromisoformat, text), attempt(date.fromisoformat, text))
for text, form in [('2024-05-06 07:08:09', '%Y-%m-%d %H:%M:%S'), ('2024-5-6', '%Y-%m-%d'), ('06/05/24', '%d/%m/%y'), ('20240506', '%Y%m%d'), ('2024-05-06T07:08:09.5', '%Y-%m-%dT%H:%M:%S.%f'), ('6 May 2024', '%d %B %Y'),
                   ('2024-13-06', '%Y-%m-%d'), ('2024-02-30', '%Y-%m-%d'), ('2024-05-06 ', '%Y-%m-%d'), ('2024-05-06\n', '%Y-%m-%d'), ('07:08', '%H:%M'), ('2024-05-06', '%Y-%m-%e'), ('2024  05', '%Y %m'), ('2024-05-06 07:08:60', '%Y-%m-%d %H:%M:%S'),
                   ('x2024', 'X%Y'), ('2024', '%Y%Y'), ('(2024)', '(%Y)'), ('2024-05-06 07:08:09.000123', '%Y-%m-%d %H:%M:%S.%f')]:
    print(text, form, attempt(datetime.strptime, text, form))
print(plain.strftime(''), plain.strftime('%'), plain.strftime('%Q') == plain.strftime('%Q'), datetime(999, 1, 2).isoformat(), date(5, 1, 2).isoformat(), datetime(2024, 5, 6).strftime('é %d'), f'{plain:%H:%M}', f'{plain}', date(2024, 5, 6).strftime('%H:%M'))
print(plain.isoformat(timespec='minutes'), plain.isoformat('_', 'hours'), plain.isoformat(sep='x'))


class Later(datetime):
    def __add__(self, other):
        return 'mine'

    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Stamp(datetime):
    pass


class Span(timedelta):
    pass


l, s = Later(2024, 1, 2), Stamp(2024, 1, 2, 3)
print(l + timedelta(1), type(s + timedelta(1)).__name__, s + timedelta(1), s == datetime(2024, 1, 2, 3), s < datetime(2025, 1, 1), type(Stamp.now()).__name__, type(Stamp.fromisoformat('2024-01-01')).__name__,
      type(Stamp.strptime('2024', '%Y')).__name__, type(Span(1) + Span(2)).__name__, Span(1) == timedelta(1), str(s), hash(s) == hash(datetime(2024, 1, 2, 3)), type(pickle.loads(pickle.dumps(plain))).__name__, pickle.loads(pickle.dumps(utc)) == utc)
now = datetime.now()
print(abs((now - datetime.fromtimestamp(time.time())).total_seconds()) < 5, now.tzinfo, now.fold, datetime.now(timezone.utc).tzinfo, {plain: 1}[datetime(2024, 5, 6, 7, 8, 9)], sorted([utc, utc - timedelta(1)])[0])
real = time.time
time.time = lambda: 86400.5
print(datetime.now().year > 2000)
time.time = real
plus = datetime.__add__
print(plus(plain, timedelta(1)), datetime.__add__(plain, 5) is NotImplemented, timedelta.__lt__(timedelta(1), 3) is NotImplemented)

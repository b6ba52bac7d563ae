# pymp: python=3
"""Moments in zones of fixed offsets, of the classes themselves and of others: compared, moved, shown, replaced."""
import itertools
from datetime import datetime, timedelta, timezone, tzinfo


class Summer(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=2 if moment is None or moment.month > 6 else 1)

    def dst(self, moment):
        return timedelta(0)

    def tzname(self, moment):
        return 'summer'

    def __repr__(self):
        return 'Summer()'


class Own(datetime):
    pass


def attempt(action, *args, **kwargs):
    try:
        return action(*args, **kwargs)
    except Exception as error:
        return type(error).__name__


zones = [timezone.utc, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=3, minutes=7)),
         timezone(timedelta(hours=23, minutes=59, seconds=59, microseconds=5)), timezone(timedelta(0)), Summer(), None]
plain = [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), datetime(2020, 2, 29, 12, 30, 5, 7), Own(2020, 2, 29, 7, 0)]
moments = [moment.replace(tzinfo=zone) for moment in plain for zone in zones]
for moment in moments:
    print(moment, moment.isoformat(), moment.isoformat('_'), moment.isoformat('T', 'hours'), attempt(moment.utcoffset), type(moment).__name__)
    for zone in zones[:-1]:
        if moment.tzinfo is not None and 1 < moment.year < 9999:
            moved = moment.astimezone(zone)
            print('  ', moved, moved == moment, moved is moment, moved - moment, hash(moved) == hash(moment), type(moved).__name__)
print([(a == b, attempt(lambda: a < b), attempt(lambda: str(a - b))) for a, b in itertools.product(moments, moments)])
folded = datetime(2020, 2, 29, 12, 30, tzinfo=zones[1], fold=1)
for changes in ({}, {'year': 2021}, {'year': 2019, 'month': 2, 'day': 28}, {'hour': 0, 'tzinfo': None}, {'tzinfo': zones[2]}, {'tzinfo': Summer()},
                {'tzinfo': 5}, {'hour': 'x'}, {'minute': True}, {'fold': 0}, {'nope': 1}, {'microsecond': 10 ** 6}, {'month': 2, 'day': 30}):
    results = [attempt(moment.replace, **changes) for moment in (folded, folded.replace(tzinfo=None), moments[-1])]
    print(changes, [str(result) for result in results], [getattr(result, 'fold', None) for result in results], type(results[-1]).__name__)
print(folded.replace(2000, 1, tzinfo=None), folded.replace(2000), Own(2001, 2, 3).replace(day=4) == datetime(2001, 2, 4))
for seconds in (0, -1, 1600000000, -62135596800, -62135596801, 253402300799, 253402300800, True, 'x', 10 ** 30, 1.5):
    print(seconds, [str(attempt(datetime.fromtimestamp, seconds, zone)) for zone in zones[:3]], str(attempt(datetime.fromtimestamp, seconds, tz=timezone.utc)),
          type(attempt(Own.fromtimestamp, seconds, timezone.utc)).__name__)

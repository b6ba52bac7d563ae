# pymp: python=2
"""What dates and times of Python 2 say of zones: naive against aware, offsets that are no whole minutes, astimezone."""
import operator
from datetime import datetime, time, timedelta, tzinfo


class Zone(tzinfo):
    def __init__(self, offset, dst=None):
        self.offset = offset
        self.saving = dst

    def utcoffset(self, when):
        return self.offset

    def dst(self, when):
        return self.saving

    def tzname(self, when):
        return self.offset


def attempt(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


hour = Zone(timedelta(hours=1))
naive, aware = datetime(2000, 1, 1), datetime(2000, 1, 1, tzinfo=hour)
for a, b in (naive, aware), (time(1), time(1, tzinfo=hour)), (aware, datetime(2000, 1, 1, 1, tzinfo=Zone(timedelta(hours=2)))):
    for operation in operator.eq, operator.ne, operator.lt, operator.ge, cmp, lambda a, b: a in [b]:
        print attempt(operation, a, b)

for offset in timedelta(0, 30), timedelta(1), timedelta(-1), timedelta(0, 0, 1), 5, 'a', None, timedelta(hours=23, minutes=59):
    zone = Zone(offset, offset)
    for o in datetime(2000, 1, 1, tzinfo=zone), time(1, tzinfo=zone):
        print attempt(o.utcoffset), attempt(o.dst), attempt(o.tzname), attempt(str, o)

print attempt(naive.astimezone)
for zone in None, 5, hour, Zone(timedelta(hours=2)), Zone(timedelta(hours=2), timedelta(0)), Zone(None), Zone(timedelta(0), timedelta(hours=1)):
    for moment in naive, aware, datetime(2000, 1, 1, tzinfo=Zone(None)):
        print attempt(lambda: str(moment.astimezone(zone).replace(tzinfo=None))),
    print
print attempt(lambda: str(aware.astimezone(tz=Zone(timedelta(0), timedelta(0))).replace(tzinfo=None))), aware.astimezone(hour) is aware

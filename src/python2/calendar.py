"""Calendars: the library's, with days of the week that are plain numbers."""

import datetime
import sys

from _library3 import library as _named

_library = _named('calendar')

__all__ = ['IllegalMonthError', 'IllegalWeekdayError', 'setfirstweekday', 'firstweekday', 'isleap', 'leapdays', 'weekday',
           'monthrange', 'monthcalendar', 'prmonth', 'month', 'prcal', 'calendar', 'timegm', 'month_name', 'month_abbr',
           'day_name', 'day_abbr']

_OTHERS = ['Calendar', 'EPOCH', 'HTMLCalendar', 'LocaleHTMLCalendar', 'LocaleTextCalendar', 'TextCalendar', 'c', 'error',
           'format', 'formatstring', 'main', 'mdays', 'prweek', 'week', 'weekheader']

for _name in __all__ + _OTHERS:
    globals()[_name] = getattr(_library, _name)

January, February = 1, 2
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def weekday(year, month, day):
    """Day of the week: 0 is Monday."""
    return int(_library.weekday(year, month, day))


def monthrange(year, month):
    """Day of the week that the month begins with, and how many days it has."""
    first, days = _library.monthrange(year, month)
    return int(first), days


del _name

# pymp: python=3
"""A date and a moment have no difference, whichever comes first."""
from datetime import date, datetime, timedelta

day, moment = date(2015, 1, 1), datetime(2015, 3, 4, 5)


class Day(date):
    pass


for call in [
    lambda: day - moment,
    lambda: moment - day,
    lambda: Day(2015, 1, 2) - day,
    lambda: day - timedelta(1),
    lambda: moment - datetime(2015, 1, 1),
    lambda: day - 5,
]:
    try:
        print(repr(call()))
    except TypeError as error:
        print(error)

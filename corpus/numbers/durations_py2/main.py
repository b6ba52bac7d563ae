# pymp: python=2
"""Durations in Python 2 are divided by /, by whole numbers only; these may be longs."""
import datetime

hour = datetime.timedelta(hours=1)
print hour * 3 / 2, hour / 7, -hour / 7, hour / 2L, hour // 2, hour // 2L, hour * 2L, 2L * hour, 3 * hour
for value in 2.0, hour, 'a':
    try:
        print hour / value
    except TypeError as error:
        print error
try:
    print hour / 0
except ZeroDivisionError as error:
    print error

# pymp: python=2
"""Days of the week and months of Python 2's calendar are plain numbers."""
import calendar
import time

print (calendar.MONDAY, calendar.SUNDAY, calendar.January, calendar.February), calendar.__name__
print calendar.monthrange(2024, 2), [calendar.weekday(2020, 1, 1)], [calendar.firstweekday()]
calendar.setfirstweekday(calendar.SUNDAY)
print [calendar.firstweekday()], calendar.month(2024, 2).splitlines()[1]
print calendar.Calendar(6).monthdayscalendar(2024, 2)[0], list(calendar.Calendar(calendar.SUNDAY).iterweekdays())
print list(calendar.day_name)[:2], calendar.month_abbr[1], calendar.isleap(2000), calendar.timegm(time.strptime('2020', '%Y'))
print calendar.monthcalendar(2023, 5)[0], calendar.__all__
for ask in (lambda: calendar.monthrange(2024, 13)), (lambda: calendar.setfirstweekday(9)):
    try:
        ask()
    except ValueError as e:
        print type(e), e

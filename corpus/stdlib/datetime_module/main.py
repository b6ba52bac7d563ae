"""datetime: arithmetic, formatting, parsing; no clock is read."""
from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 2, 29, 13, 5, 9, 120)
print(moment, repr(moment), moment.isoformat(), moment.date(), moment.time(), moment.weekday(), moment.isocalendar(), moment.timetuple().tm_yday)
print(moment.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %% %f'), f'{moment:%d/%m/%y}')
print(moment + timedelta(days=366, hours=12), moment - datetime(2024, 1, 1), moment.replace(day=1, hour=0), moment < datetime(2025, 1, 1))
print(timedelta(days=1, hours=25, seconds=0.5), timedelta(hours=-1), timedelta(seconds=90) / 2, timedelta(minutes=1).total_seconds(), repr(timedelta(1, 2)))
print(datetime.strptime('03 Mar 2021 04:05', '%d %b %Y %H:%M'), datetime.fromisoformat('2020-05-06T07:08:09+02:00'), date.fromisoformat('2020-12-31') + timedelta(1))
utc = datetime(2000, 1, 1, tzinfo=timezone.utc)
print(utc, utc.timestamp(), utc.astimezone(timezone(timedelta(hours=5, minutes=30))), datetime.fromtimestamp(0, timezone.utc), date(2024, 3, 1) - date(2024, 2, 1))
print(time(9, 30) < time(10), time(23, 59, 59).isoformat(), date.min, datetime.max, (date(2024, 1, 31) + timedelta(days=30)).ctime())
for action in (
    lambda: datetime(2023, 2, 29), lambda: datetime.strptime('x', '%Y'), lambda: date(2020, 13, 1), lambda: utc - moment,
    lambda: date.fromisoformat('2020-1-1'), lambda: moment + 5, lambda: datetime.strptime('2020 extra', '%Y'),
):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

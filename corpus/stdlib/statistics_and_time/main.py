# pymp: mask-regex="elapsed (.*)"
"""statistics, time, timeit, calendar and copy of numbers."""
import calendar
import statistics
import time
import timeit

data = [2.5, 3.25, 5.5, 11.25, 11.75]
print(statistics.mean(data), statistics.median(data), statistics.stdev(data), statistics.pvariance(data), statistics.mode('aab'), statistics.quantiles([1, 2, 3, 4]))
print(time.gmtime(0), time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(86400 * 365)), time.strptime('2001-02-03', '%Y-%m-%d').tm_yday, calendar.timegm((1970, 1, 2, 0, 0, 0)))
print(calendar.month(2024, 2), calendar.isleap(1900), calendar.monthrange(2023, 2), time.asctime(time.gmtime(0)))
start = time.perf_counter()
time.sleep(0.05)
elapsed = time.perf_counter() - start
print(0.045 < elapsed < 1, time.time() > 1.6e9, isinstance(time.time(), float), time.monotonic() >= 0, isinstance(time.time_ns(), int))
print('elapsed', elapsed)
print(timeit.timeit('1 + 1', number=10) >= 0, time.process_time() >= 0, time.localtime(0).tm_year)
try:
    statistics.mean([])
except statistics.StatisticsError as error:
    print(error)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)

"""Times as tuples and text, in UTC and in zones from TZ."""
import os
import time

os.environ['TZ'] = 'UTC'
time.tzset()

def t(name, f):
    try:
        print(name, repr(f()))
    except Exception as e:
        print(name, type(e).__name__, str(e))

t('gm', lambda: time.gmtime(0)); t('gm', lambda: time.gmtime(1e10)); t('gm',lambda: time.gmtime(-1.5)); t('gm',lambda: time.gmtime(1e20)); t('gm',lambda: time.gmtime('x')); t('gmnan',lambda: time.gmtime(float('nan')))
t('lt', lambda: time.localtime(86400*200)); t('x',lambda: time.localtime(86400*200).tm_gmtoff); t('x',lambda: time.localtime(86400*200).tm_zone)
t('mk', lambda: time.mktime((2020,5,17,12,30,15,0,0,-1))); t('mk', lambda: time.mktime((2020,14,37,25,70,75,0,0,0))); t('mk', lambda: time.mktime((2020,1))); t('mk', lambda: time.mktime(5)); t('mk', lambda: time.mktime((10**9,1,1,0,0,0,0,0,0))); t('mk',lambda: time.mktime((1969,12,31,23,59,59,0,0,0)))
t('as', lambda: time.asctime((2020,5,7,12,30,15,3,128,0))); t('ct', lambda: time.ctime(0)); t('as', lambda: time.asctime((2020,13,7,12,30,15,3,128,0))); t('as', lambda: time.asctime(5))
tt=(2020,5,7,4,5,6,3,128,0)
for c in 'aAbBcdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%EO+Ec':
    t('sf'+c, lambda: time.strftime('%'+c, tt))
t('sf', lambda: time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(1e9))); t('sf', lambda: time.strftime('é%Y\U0001F600', tt)); t('sf',lambda: time.strftime('%', tt)); t('sf',lambda: time.strftime('%Ey %Od %-d %_d %05Y %^a %q',tt)); t('sf', lambda: time.strftime('%y', (99999,1,1,0,0,0,0,1,0))); t('sf', lambda: time.strftime('%Y', (5,1,1,0,0,0,0,1,0)));t('sf', lambda: time.strftime('%c', (5,1,1,0,0,0,0,1,0)));  t('sf', lambda: time.strftime('%Y', (5,13,1,0,0,0,0,1,0))); t('sf', lambda: time.strftime('%Y', (5,12,1,24,0,0,0,1,0)));t('sf', lambda: time.strftime('%Y', (5,12,1,2,0,62,0,1,0))); t('sf', lambda: time.strftime('%Y', (5,0,0,2,0,61,0,0,0))); t('sf', lambda: time.strftime(5)); t('sf', lambda: time.strftime('%Y',(1,2)));t('sf', lambda: time.strftime('%Y',5)); t('sf', lambda: time.strftime('%Y', (5,12,1,2,60,2,0,1,0))); t('sf', lambda: time.strftime('%Y', (5,12,1,2,0,2,-2,1,0))); t('sf', lambda: time.strftime('%Y', (5,12,1,2,0,2,0,367,0))); t('sf', lambda: time.strftime('%Y', (5,12,32,2,0,2,0,36,0))); t('sf',lambda:time.strftime('',tt)); t('sf',lambda:time.strftime('a\0b%Y',tt)); t('sf',lambda:time.strftime('%Y',(-5,1,1,0,0,0,0,1,0)))
for y,m,d,w,j in ((2020,12,31,3,366),(2021,1,1,4,1),(2018,12,31,0,365),(2016,1,3,6,3),(2015,1,1,3,1)):
    t('wk', lambda: time.strftime('%G %V %g %U %W %u %w %j', (y,m,d,0,0,0,w,j,0)))
t('sp', lambda: time.strptime('2020-05-07 12:30:15','%Y-%m-%d %H:%M:%S')); t('sp',lambda: time.strptime('x','%Y')); t('sp',lambda: time.strptime('30 Nov 00','%d %b %y'))
t('st', lambda: time.struct_time((1,2,3))); t('st', lambda: time.struct_time(range(9))); t('st', lambda: time.struct_time(range(11)).tm_gmtoff); t('st', lambda: time.struct_time(range(12))); t('st',lambda: time.struct_time(range(9)).tm_zone)
s=time.gmtime(0); print(s[0], s.tm_year, s[:3], len(s), s==time.gmtime(0), tuple(s), s.n_fields, s.n_sequence_fields, s.n_unnamed_fields)
t('sl', lambda: time.sleep(-1)); t('sl', lambda: time.sleep('x')); t('sl', lambda: time.sleep(0)); t('sl', lambda: time.sleep(0.01)); t('sl', lambda: time.sleep(None)); t('sl',lambda: time.sleep(1e20)); t('sl', lambda: time.sleep(float('nan')))
print(type(time.time()), type(time.time_ns()), time.time()-time.time_ns()/1e9<1, time.monotonic()<=time.monotonic(), type(time.process_time_ns()), time.perf_counter_ns()>0, time.thread_time()>=0, time.clock_gettime(time.CLOCK_REALTIME)>0, time.clock_getres(time.CLOCK_REALTIME))
for z in ('America/New_York','Europe/Berlin','EST5EDT','UTC','Asia/Kolkata','CET-1CEST,M3.5.0,M10.5.0/3','XXX+3:30','Australia/Sydney',':Europe/Paris','nonsense'):
    os.environ['TZ']=z; time.tzset(); print(z, time.timezone, time.altzone, time.daylight, time.tzname, time.localtime(1e9), time.localtime(1e9).tm_zone, time.localtime(1e9).tm_gmtoff, time.mktime((2021,7,1,0,0,0,0,0,-1)), time.mktime((2021,1,1,0,0,0,0,0,-1)), time.mktime((2021,7,1,0,0,0,0,0,0)), time.strftime('%Z %z', time.localtime(1e9)), time.ctime(2e9))

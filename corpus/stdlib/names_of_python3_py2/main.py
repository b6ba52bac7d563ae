# pymp: python=2
"""Names by which programs tell Python 3 from Python 2."""
import logging, multiprocessing, os, signal, time

for module, names in [(multiprocessing, 'set_start_method cpu_count'), (signal, 'SIGSTKFLT SIGTERM'),
                      (multiprocessing.Process, 'close kill sentinel terminate'), (os, 'cpu_count environb getcwdu'),
                      (time, 'perf_counter monotonic process_time time_ns get_clock_info clock time')]:
    print module.__name__, [name for name in names.split() if hasattr(module, name)]
try:
    from time import perf_counter
except ImportError as e:
    print e
print sorted(name for name in dir(time) if name[:1] != '_')
print time.strptime('2009-01-02', '%Y-%m-%d'), isinstance(time.gmtime(0), time.struct_time)
logging.basicConfig(format='%(levelname)s %(message)s %(relativeCreated).0s')
logging.warning('works')

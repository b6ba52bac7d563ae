"""Memory used in all, before and after a big list; which line took it is not known here."""
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
try:
    tracemalloc.start(0)
except ValueError as e:
    print(e)
tracemalloc.start(3)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
big = [None] * 4_000_000
current, peak = tracemalloc.get_traced_memory()
print(current > 10_000_000, peak >= current, len(big))
tracemalloc.reset_peak()
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())

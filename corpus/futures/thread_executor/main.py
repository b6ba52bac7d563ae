"""ThreadPoolExecutor, timeouts, cancellation, futures by hand."""
import concurrent.futures
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor


def slow(n):
    time.sleep(n)
    return n


with ThreadPoolExecutor(max_workers=2, thread_name_prefix='pool') as executor:
    print(list(executor.map(slow, [0.05, 0.01])), executor.submit(lambda: threading.current_thread().name.startswith('pool_')).result())
    late = executor.submit(slow, 0.3)
    try:
        late.result(timeout=0.02)
    except TimeoutError as error:
        print('TimeoutError', error, concurrent.futures.TimeoutError is TimeoutError)
    other = executor.submit(slow, 0.3)
    queued = executor.submit(slow, 5)
    print(queued.cancel(), queued.cancelled(), late.running())
    try:
        queued.result()
    except concurrent.futures.CancelledError as error:
        print(type(error).__name__)
    first = next(concurrent.futures.as_completed([late, other])).result()
    print(first)
future = Future()
future.add_done_callback(lambda f: print('callback', f.result()))
future.set_result(42)
print(future.result())
try:
    future.set_result(1)
except concurrent.futures.InvalidStateError as error:
    print(type(error).__name__)
failed = Future()
failed.set_exception(KeyError('k'))
print(repr(failed.exception()), failed.done())
with ThreadPoolExecutor() as executor:
    done, pending = concurrent.futures.wait([executor.submit(slow, 0.01), executor.submit(slow, 0.5)], return_when=concurrent.futures.FIRST_COMPLETED)
    print(len(done), len(pending))

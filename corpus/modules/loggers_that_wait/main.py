"""What library modules make for themselves when they are imported (loggers, tables, annotations) is there for whoever looks."""
import asyncio
import concurrent.futures
import concurrent.futures.thread
import io
import logging
import string
import subprocess
import weakref
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

print(sorted(logging.root.manager.loggerDict))
print([each.name for each in sorted(logging.root.getChildren(), key=lambda each: each.name)])
print(asyncio.timeout.__annotations__, asyncio.timeouts.timeout_at.__annotations__)
print(asyncio.Timeout.__final__, asyncio.Timeout is asyncio.timeouts.Timeout, asyncio.PriorityQueue.__mro__[1:2])
print(io.StringIO.__module__, io.open is open, io.DEFAULT_BUFFER_SIZE, io.UnsupportedOperation.__module__)
print(isinstance(io.BytesIO(), io.IOBase), issubclass(io.StringIO, io.TextIOBase), io.SEEK_END)
print(subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL, logging.DEBUG, logging.WARN, logging.FATAL)
print(type(concurrent.futures.thread._threads_queues).__name__, len(concurrent.futures.thread._threads_queues))
print(string.Template.pattern.flags, string.Template('$a-${b}').substitute(a=1, b=2))
print(type(logging._lock).__name__, type(logging._handlers).__name__, logging._str_formatter.format('{0}', 3))
print(len(weakref.WeakSet()))
print([name for name in dir(asyncio) if name.startswith('T')])
print(asyncio.log.logger.name, asyncio.sslproto.logger is asyncio.log.logger, concurrent.futures._base.LOGGER.name)

logging.DEBUG = 11
print(logging.DEBUG, logging._nameToLevel['DEBUG'], asyncio.futures.STACK_DEBUG)
with ThreadPoolExecutor(1) as pool:
    future = pool.submit(len, 'abc')
    print(future.result())


async def main():
    async with asyncio.timeout(None) as limit:
        return limit.expired(), await asyncio.to_thread(len, 'ab')


print(asyncio.run(main()))

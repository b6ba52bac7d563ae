# pymp: python=2,3
"""Handlers that hold records back: until there are many, until one matters, until they are closed."""

import logging
import logging.handlers
import multiprocessing
import sys


class Lines(logging.Handler):
    def __init__(self):
        logging.Handler.__init__(self)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


def logger_with(handler, name):
    logger = logging.getLogger(name)
    logger.propagate = False
    logger.setLevel(logging.DEBUG)
    logger.handlers = [handler]
    return logger


def work(name):
    target = logging.StreamHandler(sys.stdout)
    target.setFormatter(logging.Formatter('%(processName)s %(levelname)s %(message)s'))
    memory = logging.handlers.MemoryHandler(100, target=target)
    logger = logger_with(memory, name)
    for step in range(3):
        logger.info('step %d', step)
    sys.stdout.write('nothing yet\n')
    logger.error('failed')
    logger.info('last')
    memory.close()
    sys.stdout.flush()


if __name__ == '__main__':
    lines = Lines()
    memory = logging.handlers.MemoryHandler(3, target=lines)
    logger = logger_with(memory, 'memory')
    for n in range(4):
        logger.info('%d', n)
    print(lines.lines, len(memory.buffer))
    logger.error('now')
    print(lines.lines, memory.buffer)
    memory.setTarget(None)
    logger.error('nobody')
    memory.flush()
    print(len(memory.buffer))

    plain = logging.handlers.BufferingHandler(2)
    logger = logger_with(plain, 'plain')
    sizes = []
    for n in range(5):
        logger.info(n)
        sizes.append(len(plain.buffer))
    print(sizes)

    process = multiprocessing.Process(target=work, args=('child',), name='worker')
    process.start()
    process.join()
    print(process.exitcode)

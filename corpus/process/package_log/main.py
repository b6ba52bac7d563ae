# pymp: python=2,3 stderr=exact
# What the package itself logs, in the parent and in a child: who says it, in which order.
import logging
import multiprocessing
import sys


def work():
    print('working as', multiprocessing.current_process().name)
    sys.stdout.flush()
    multiprocessing.get_logger().warning('from the child')


if __name__ == '__main__':
    multiprocessing.log_to_stderr()
    logger = multiprocessing.get_logger()
    logger.setLevel(logging.DEBUG)
    for name in (None, 'second'):
        p = multiprocessing.Process(target=work, name=name)
        p.start()
        p.join()
    print(logger.name, logger.level, len(logger.handlers))

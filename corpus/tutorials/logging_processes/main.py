# pymp: stderr=exact
"""multiprocessing.log_to_stderr and get_logger."""
import logging
import multiprocessing


def work():
    multiprocessing.get_logger().info('inside work')


if __name__ == '__main__':
    logger = multiprocessing.log_to_stderr(logging.INFO)
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()
    logger.warning('careful')
    print(logger.name, logger.level)

# pymp: stderr=exact mask-regex=pymp-\w{8}|listener-\w{8}
# What a manager's process tells the package's log when it starts.
import logging
import multiprocessing

if __name__ == '__main__':
    multiprocessing.log_to_stderr(logging.INFO)
    manager = multiprocessing.Manager()
    print(manager.list([1]))
    multiprocessing.get_logger().setLevel(logging.WARNING)

"""What the other modules tell: on the standard output, warnings and worse on the standard error."""

import sys

DEBUG, INFO, WARN, ERROR, FATAL = range(1, 6)


class Log:
    """Shows what is as important as its threshold or more."""

    def __init__(self, threshold=WARN):
        self.threshold = threshold

    def _log(self, level, msg, args):
        if level not in (DEBUG, INFO, WARN, ERROR, FATAL):
            raise ValueError('%s wrong log level' % str(level))
        if level < self.threshold:
            return
        if args:
            msg = msg % args
        stream = sys.stderr if level in (WARN, ERROR, FATAL) else sys.stdout
        stream.write('%s\n' % msg)
        stream.flush()

    def log(self, level, msg, *args):
        self._log(level, msg, args)

    def debug(self, msg, *args):
        self._log(DEBUG, msg, args)

    def info(self, msg, *args):
        self._log(INFO, msg, args)

    def warn(self, msg, *args):
        self._log(WARN, msg, args)

    def error(self, msg, *args):
        self._log(ERROR, msg, args)

    def fatal(self, msg, *args):
        self._log(FATAL, msg, args)


_global_log = Log()
log = _global_log.log
debug = _global_log.debug
info = _global_log.info
warn = _global_log.warn
error = _global_log.error
fatal = _global_log.fatal


def set_threshold(level):
    """Returns the threshold that there was."""
    before = _global_log.threshold
    _global_log.threshold = level
    return before


def set_verbosity(v):
    """By the number of `-v` options."""
    if v <= 0:
        set_threshold(WARN)
    elif v == 1:
        set_threshold(INFO)
    else:
        set_threshold(DEBUG)

"""What the other modules tell: on the standard output, warnings and worse on the standard error."""

import sys

_NAMES = 'debug info warn error fatal'.split()
DEBUG, INFO, WARN, ERROR, FATAL = _LEVELS = range(1, 6)


class Log:
    """Shows what is as important as its threshold or more."""

    def __init__(self, threshold=None):
        self.threshold = WARN if threshold is None else threshold

    def log(self, level, msg, *args):
        if level not in _LEVELS:
            raise ValueError('{0} wrong log level'.format(level))
        if level >= self.threshold:
            shown = sys.stdout if level < WARN else sys.stderr
            shown.write((msg % args if args else msg) + '\n')
            shown.flush()

    def _log(self, level, msg, args):
        """The name by which subclasses replace it."""
        Log.log(self, level, msg, *args)


def _telling(level):
    """The method for one level."""
    return lambda self, msg, *args: self._log(level, msg, args)


for _name, _level in zip(_NAMES, _LEVELS):
    setattr(Log, _name, _telling(_level))

_global_log = Log()
for _name in ['log'] + _NAMES:
    globals()[_name] = getattr(_global_log, _name)


def set_threshold(level):
    """Returns the threshold that there was."""
    before, _global_log.threshold = _global_log.threshold, level
    return before


def set_verbosity(v):
    """By the number of `-v` options."""
    set_threshold((WARN, INFO, DEBUG)[min(max(v, 0), 2)])

"""The system's log, reached through its socket; without one, what is logged is dropped, as the C library does."""

import os
import sys
import time

__all__ = ['LOG_MASK', 'LOG_UPTO', 'closelog', 'openlog', 'setlogmask', 'syslog']

LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS = range(0, 64, 8)
LOG_UUCP, LOG_CRON, LOG_AUTHPRIV, LOG_FTP = 64, 72, 80, 88
LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(128, 192, 8)
LOG_PID, LOG_CONS, LOG_ODELAY, LOG_NDELAY, LOG_NOWAIT, LOG_PERROR = 1, 2, 4, 8, 16, 32

_SOCKET = '/dev/log'
_ident = None
_options = 0
_facility = LOG_USER
_mask = 0xff


def LOG_MASK(pri, /):
    return 1 << pri


def LOG_UPTO(pri, /):
    return (1 << (pri + 1)) - 1


def openlog(ident=None, logoption=0, facility=LOG_USER):
    global _ident, _options, _facility
    sys.audit('syslog.openlog', ident, logoption, facility)
    _ident = os.path.basename(sys.argv[0]) if ident is None and sys.argv else ident
    _options = logoption
    _facility = facility


def closelog():
    global _ident, _options, _facility
    sys.audit('syslog.closelog')
    _ident, _options, _facility = None, 0, LOG_USER


def setlogmask(maskpri, /):
    global _mask
    sys.audit('syslog.setlogmask', maskpri)
    before = _mask
    if maskpri:
        _mask = maskpri
    return before


def syslog(*args):
    if len(args) == 1:
        priority, message = LOG_INFO, args[0]
    elif len(args) == 2:
        priority, message = args
    else:
        raise TypeError('syslog.syslog requires 1 to 2 arguments')
    if not isinstance(message, str):
        raise TypeError('argument %d must be str, not %s' % (len(args), type(message).__name__))
    sys.audit('syslog.syslog', priority, message)
    if _ident is None:
        openlog()
    if not (1 << (priority & 7)) & _mask:
        return
    if not priority & ~7:
        priority |= _facility
    who = '%s[%d]' % (_ident, os.getpid()) if _options & LOG_PID else str(_ident)
    if _options & LOG_PERROR:
        sys.stderr.write('%s: %s\n' % (who, message))
    _send('<%d>%s %s: %s' % (priority, time.strftime('%b %e %H:%M:%S'), who, message))


def _send(line):
    import socket

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.connect(_SOCKET)
            s.send(line.encode('utf-8'))
    except OSError:
        pass

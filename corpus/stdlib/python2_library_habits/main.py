# pymp: python=2
"""What programs of Python 2 find in its library by older names, and what it refuses."""
import copy
import datetime
import logging
import os
import re
import socket
import sre_constants
import tempfile
import time


def tried(function, *args):
    try:
        print function(*args)
    except Exception as error:
        print type(error).__name__, error


# Descriptors.
stream = tempfile.TemporaryFile()
os.fchmod(stream.fileno(), 0600)
print oct(os.fstat(stream.fileno()).st_mode & 0777), os.fstatvfs(stream.fileno()).f_bsize > 0
folder, here = os.open('/', os.O_RDONLY), os.getcwd()
os.fchdir(folder)
print os.getcwd()
os.chdir(here)
for call in ((os.fchmod, 999, 0600), (os.fchown, 999, 0, 0), (os.fstatvfs, 999), (os.fchdir, 999), (os.chmod, 5, 0600), (os.chdir, 5)):
    tried(*call)
for structure, field in (os.stat('/'), 'st_mode'), (os.statvfs('/'), 'f_bfree'), (time.localtime(), 'tm_year'):
    tried(setattr, structure, field, 1)
tried(os.putenv, 'a\0b', 'c')
tried(os.execve, '/bin/true', ['true'], {'a': 'b\0'})
try:
    del os.environ['a=b']
except OSError as error:
    print error

# Levels of logging.
print logging._levelNames['DEBUG'], logging._levelNames[30], logging.getLevelName('ERROR'), logging.getLevelName(7)
logging.addLevelName(5, 'TRACE')
print logging._levelNames['TRACE'], logging.getLevelName(5)
logging._levelNames[6] = 'FINE'
print logging.getLevelName(6)
logging._acquireLock()
logging._releaseLock()

# Errors of regular expressions.
try:
    re.compile('(')
except sre_constants.error as error:
    print type(error), error, sre_constants.MAXREPEAT

# Copies.


class Uncopied(object):
    def __getattribute__(self, name):
        if name.startswith('__reduce'):
            raise AttributeError(name)
        return object.__getattribute__(self, name)


tried(copy.copy, Uncopied())
tried(copy.deepcopy, Uncopied())
code = tried.__code__
print copy.copy(code) is code, copy.deepcopy(code) is code

# Dates.
tried(datetime.date(1890, 1, 1).strftime, '%Y')
tried(datetime.datetime(1899, 12, 31).strftime, '%d')
print datetime.date(1900, 1, 1).strftime('%d.%m.%Y'), datetime.time(3).strftime('%H')
tried(lambda: datetime.timedelta(1) * 2.5)
tried(lambda: datetime.timedelta(1) * 3L)

# Sockets.
one = socket.socket()
for call in ((one.sendto, 'x', 'a', ('localhost', 1)), (one.bind, ('nowhere', 'y')), (one.listen, 'x'), (one.recv, 'x'),
             (one.settimeout, 'x'), (one.recv, 1.5)):
    tried(*call)

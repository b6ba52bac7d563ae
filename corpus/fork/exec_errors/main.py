# pymp: python=2,3
# What a failing exec says: only execve names the file, and that in Python 3.
import os


def attempt(what, *args):
    try:
        what(*args)
    except OSError as error:
        print("%s %s %s %s" % (what.__name__, error.errno, error, error.filename))


attempt(os.execv, '/nonexistent', ['x'])
attempt(os.execve, '/nonexistent', ['x'], {})
attempt(os.execvp, 'nonexistent-program', ['x'])
attempt(os.execl, '/etc/passwd', 'x')
attempt(os.execvpe, '/etc', ['x'], {})

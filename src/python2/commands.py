"""What shell commands print, and how they end."""

__all__ = ['getstatusoutput', 'getoutput', 'getstatus']


def getstatusoutput(cmd):
    """The command's wait status, 0 for success, and its output and errors without the newline at the end."""
    import subprocess
    shell = subprocess.Popen('{ %s\n}' % cmd, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed, _ = shell.communicate()
    ended = shell.returncode
    if printed.endswith('\n'):
        printed = printed[:-1]
    return (ended * 256 if ended >= 0 else -ended), printed


def getoutput(cmd):
    """What the command prints."""
    _, printed = getstatusoutput(cmd)
    return printed


def getstatus(file):
    """What `ls -ld` says of a file."""
    return getoutput('ls -ld%s' % mkarg(file))


def mk2arg(head, x):
    """The path of x in the folder head, as mkarg gives it."""
    import posixpath
    return mkarg(posixpath.join(head, x))


def mkarg(x):
    """The text as one word of a shell command, with a space before it."""
    quote, special = ('"', '\\$"`') if "'" in x else ("'", '')
    return ' ' + quote + ''.join('\\' * (c in special) + c for c in x) + quote

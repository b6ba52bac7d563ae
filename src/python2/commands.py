"""Runs shell commands and gives their output."""

import os

__all__ = ['getstatusoutput', 'getoutput', 'getstatus']


def getstatusoutput(cmd):
    """The command's wait status (0 for success) and what it wrote to stdout and stderr, without the last newline."""
    import subprocess
    child = subprocess.Popen('{ ' + cmd + '\n}', shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = child.communicate()[0]
    code = child.returncode
    status = -code if code < 0 else code << 8
    return status, text[:-1] if text[-1:] == '\n' else text


def getoutput(cmd):
    """What the command wrote."""
    return getstatusoutput(cmd)[1]


def getstatus(file):
    """What `ls -ld` says of a file."""
    return getoutput('ls -ld' + mkarg(file))


def mk2arg(head, x):
    return mkarg(os.path.join(head, x))


def mkarg(x):
    """The text as one word of a shell command, with a space before it."""
    if "'" not in x:
        return " '" + x + "'"
    return ' "' + ''.join('\\' + c if c in '\\$"`' else c for c in x) + '"'

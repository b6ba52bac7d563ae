"""Chains of shell commands, and texts as words of them."""

import os as _os
import re as _re

__all__ = ['Template']

# How a command gets its input and gives its output: '-' by a pipe, 'f' by a file that is named in it, '.' not at all.
for _kind, _letters in dict(FILEIN_FILEOUT='ff', STDIN_FILEOUT='-f', FILEIN_STDOUT='f-', STDIN_STDOUT='--',
                            SOURCE='.-', SINK='-.').items():
    globals()[_kind] = _letters
del _kind, _letters

stepkinds = [FILEIN_FILEOUT, STDIN_FILEOUT, FILEIN_STDOUT, STDIN_STDOUT, SOURCE, SINK]


def quote(file):
    """A text as one word of a shell command."""
    is_plain = _re.match(r'[\w@%+=:,./-]+\Z', file)
    return file if is_plain else "'%s'" % file.replace("'", "'\"'\"'")


class Template:
    """Commands of which each has as its input what the one before puts out."""

    def __init__(self):
        self.reset()

    def __repr__(self):
        return '<Template instance, steps=%r>' % (self.steps,)

    def reset(self):
        """Has no commands again."""
        self.steps, self.debugging = [], 0

    def clone(self):
        """Another one with the same commands."""
        other = Template()
        other.steps, other.debugging = list(self.steps), self.debugging
        return other

    def debug(self, flag):
        """Whether commands are shown before they run."""
        self.debugging = flag

    # Steps.

    def append(self, cmd, kind):
        """Adds a command at the end."""
        _check('append', cmd, kind, {SOURCE: 'SOURCE can only be prepended'},
               self.steps[-1:], {SINK: 'already ends with SINK'})
        self.steps.append((cmd, kind))

    def prepend(self, cmd, kind):
        """Adds a command at the start."""
        _check('prepend', cmd, kind, {SINK: 'SINK can only be appended'},
               self.steps[:1], {SOURCE: 'already begins with SOURCE'})
        self.steps.insert(0, (cmd, kind))

    # Runs.

    def open(self, file, rw):
        """A file that is read ('r') or written ('w') through the commands."""
        if rw not in ('r', 'w'):
            raise ValueError("Template.open: rw must be 'r' or 'w', not %r" % (rw,))
        return (self.open_r if rw == 'r' else self.open_w)(file)

    def open_r(self, file):
        """What the commands make of a file."""
        if not self.steps:
            return open(file, 'r')
        _, kind = self.steps[-1]
        if kind == SINK:
            raise ValueError('Template.open_r: pipeline ends width SINK')
        return _os.popen(self.makepipeline(file, ''), 'r')

    def open_w(self, file):
        """A file of which the commands make another one."""
        if not self.steps:
            return open(file, 'w')
        if self.steps[0][1] == SOURCE:
            raise ValueError('Template.open_w: pipeline begins with SOURCE')
        return _os.popen(self.makepipeline('', file), 'w')

    def copy(self, infile, outfile):
        """Makes one file of another one; gives the wait status."""
        return _os.system(self.makepipeline(infile, outfile))

    def makepipeline(self, infile, outfile):
        """The shell command for all steps."""
        command = makepipeline(infile, self.steps, outfile)
        if not self.debugging:
            return command
        print command
        return 'set -x; ' + command


def _check(method, cmd, kind, misplaced, neighbour, closed):
    """Raises what is wrong with a step: by itself, in its place, or beside its neighbour."""
    problem = None
    if type(cmd) is not str:
        raise TypeError('Template.%s: cmd must be a string' % method)
    if kind not in stepkinds:
        problem = 'bad kind %r' % (kind,)
    elif kind in misplaced:
        problem = misplaced[kind]
    elif neighbour and neighbour[0][1] in closed:
        problem = closed[neighbour[0][1]]
    else:
        for letter, name in zip(kind, ('$IN', '$OUT')):
            if letter == 'f' and not _re.search(_re.escape(name) + r'\b', cmd):
                problem = 'missing %s in cmd' % name
                break
    if problem is not None:
        raise ValueError('Template.%s: %s' % (method, problem))


def makepipeline(infile, steps, outfile):
    """The shell command that has a file go through the steps; no name means standard input or output."""
    steps = list(steps) or [('cat', STDIN_STDOUT)]
    if not infile and steps[0][1][0] == 'f':
        steps.insert(0, ('cat', STDIN_STDOUT))
    if not outfile and steps[-1][1][1] == 'f':
        steps.append(('cat', STDIN_STDOUT))
    # Between two steps is a pipe, unless one of them needs a file.
    between = ['' if before[1] + after[0] == '--' else _temporary()
               for (_, before), (_, after) in zip(steps, steps[1:])]
    sources, targets = [infile] + between, between + [outfile]
    command = ''
    for number, (cmd, kind) in enumerate(steps):
        if number > 0:
            command += '\n' if sources[number] else ' |\n'
        is_piped = number > 0 and not sources[number]
        command += _step(cmd, kind, sources[number], targets[number], is_piped)
    files = ' '.join([quote(name) for name in between if name])
    if not files:
        return command
    remove = 'rm -f ' + files
    return 'trap %s 1 2 3 13 14 15\n%s\n%s' % (quote(remove + '; exit'), command, remove)


def _temporary():
    import tempfile
    handle, name = tempfile.mkstemp()
    _os.close(handle)
    return name


def _step(cmd, kind, source, target, is_piped):
    """One command with its files."""
    named = ''
    for letter, sign, name, path in (kind[0], ' <', 'IN', source), (kind[1], ' >', 'OUT', target):
        if letter == 'f':
            named += '%s=%s; ' % (name, quote(path))
        elif letter == '-' and path:
            cmd += sign + quote(path)
    # Behind a pipe, the names would be the business of another shell.
    return '{ %s%s; }' % (named, cmd) if named and is_piped else named + cmd

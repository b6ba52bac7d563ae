"""Which lines of a program run, and which functions call which.

Spec: https://docs.python.org/2.7/library/trace.html
"""

import cPickle as pickle
import dis
import linecache
import os
import sys
import threading
import time
import token
import tokenize

#: Lines that say so count as if they did nothing.
PRAGMA_NOCOVER = '#pragma NO COVER'


def modname(path):
    """The name of the module in a file."""
    return os.path.splitext(os.path.basename(path))[0]


def fullmodname(path):
    """The same with the packages that it is in, as `sys.path` has them."""
    compared = os.path.normcase(path)
    longest = ''
    for folder in map(os.path.normcase, sys.path):
        if compared.startswith(folder) and compared[len(folder):len(folder) + 1] == os.sep and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    base = os.path.splitdrive(base)[1].replace(os.sep, '.')
    if os.altsep:
        base = base.replace(os.altsep, '.')
    return os.path.splitext(base)[0].lstrip('.')


class Ignore:
    """Modules and folders that nobody is told of."""

    def __init__(self, modules=None, dirs=None):
        self._mods = modules or []
        self._dirs = [os.path.normpath(each) for each in dirs or []]
        self._ignore = {'<string>': 1}

    def names(self, filename, modulename):
        if modulename not in self._ignore:
            self._ignore[modulename] = int(self._is_ignored(filename, modulename))
        return self._ignore[modulename]

    def _is_ignored(self, filename, modulename):
        if any(modulename == each or modulename.startswith(each + '.') for each in self._mods):
            return True
        return filename is None or any(filename.startswith(each + os.sep) for each in self._dirs)


class CoverageResults:
    """How often each line ran, which functions ran, and who called them."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = counts or {}
        self.counter = self.counts.copy()
        self.calledfuncs = calledfuncs or {}
        self.callers = callers or {}
        self.infile = infile
        self.outfile = outfile
        if infile:
            try:
                with open(infile, 'rb') as f:
                    counts, calledfuncs, callers = pickle.load(f)
                self.update(self.__class__(counts, calledfuncs, callers=callers))
            except (IOError, EOFError, ValueError) as e:
                sys.stderr.write('Skipping counts file %r: %s\n' % (infile, e))

    def is_ignored_filename(self, filename):
        return filename.startswith('<') and filename.endswith('>')

    def update(self, other):
        for key, count in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + count
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None):
        if self.calledfuncs:
            print
            print 'functions called:'
            for filename, modulename, funcname in sorted(self.calledfuncs):
                print 'filename: %s, modulename: %s, funcname: %s' % (filename, modulename, funcname)
        if self.callers:
            self._write_callers()
        files = {}
        for (filename, line), count in self.counts.items():
            files.setdefault(filename, {})[line] = count
        sums = {}
        for filename, lines in files.iteritems():
            if not self.is_ignored_filename(filename):
                self._write_file(filename, lines, show_missing, summary, coverdir, sums)
        if summary and sums:
            print 'lines   cov%   module   (path)'
            for name in sorted(sums):
                print '%5d   %3d%%   %s   (%s)' % sums[name]
        if self.outfile:
            try:
                with open(self.outfile, 'wb') as f:
                    pickle.dump((self.counts, self.calledfuncs, self.callers), f, 1)
            except IOError as e:
                sys.stderr.write("Can't save counts files because %s" % e)

    def _write_callers(self):
        print
        print 'calling relationships:'
        last_file = last_called = ''
        for (caller_file, caller_module, caller), (file, module, name) in sorted(self.callers):
            if caller_file != last_file:
                print
                print '***', caller_file, '***'
                last_file, last_called = caller_file, ''
            if caller_file != file and last_called != file:
                print '  -->', file
                last_called = file
            print '    %s.%s -> %s.%s' % (caller_module, caller, module, name)

    def _write_file(self, filename, counts, show_missing, summary, coverdir, sums):
        if filename.endswith(('.pyc', '.pyo')):
            filename = filename[:-1]
        if coverdir is None:
            folder, name = os.path.dirname(os.path.abspath(filename)), modname(filename)
        else:
            folder = coverdir
            if not os.path.exists(folder):
                os.makedirs(folder)
            name = fullmodname(filename)
        executable = find_executable_linenos(filename) if show_missing else {}
        source = linecache.getlines(filename)
        hits, lines = self.write_results_file(os.path.join(folder, name + '.cover'), source, executable, counts)
        if summary and lines:
            sums[name] = lines, int(100 * hits / lines), name, filename

    def write_results_file(self, path, lines, lnotab, lines_hit):
        try:
            out = open(path, 'w')
        except IOError as e:
            sys.stderr.write('trace: Could not open %r for writing: %s- skipping\n' % (path, e))
            return 0, 0
        found = hit = 0
        for number, line in enumerate(lines, 1):
            if number in lines_hit:
                out.write('%5d: ' % lines_hit[number])
                hit += 1
                found += 1
            elif line.strip() == '' or line.lstrip().startswith('#'):
                out.write('       ')
            elif number in lnotab and PRAGMA_NOCOVER not in line:
                out.write('>>>>>> ')
                found += 1
            else:
                out.write('       ')
            out.write(line.expandtabs(8))
        out.close()
        return hit, found


def find_lines_from_code(code, strs):
    """Lines where something runs, but for those in `strs`."""
    return dict((line, 1) for _, line in dis.findlinestarts(code) if line not in strs)


def find_lines(code, strs):
    lines = find_lines_from_code(code, strs)
    for constant in code.co_consts:
        if type(constant) is type(code):
            lines.update(find_lines(constant, strs))
    return lines


def find_strings(filename):
    """Lines of texts that stand alone."""
    found = {}
    before = token.INDENT
    with open(filename) as f:
        for kind, _, start, end, _ in tokenize.generate_tokens(f.readline):
            if kind == token.STRING and before == token.INDENT:
                found.update(dict.fromkeys(range(start[0], end[0] + 1), 1))
            before = kind
    return found


def find_executable_linenos(filename):
    try:
        with open(filename, 'rU') as f:
            text = f.read()
    except IOError as e:
        sys.stderr.write('Not printing coverage data for %r: %s\n' % (filename, e))
        return {}
    return find_lines(compile(text, filename, 'exec'), find_strings(filename))


class Trace:
    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None,
                 outfile=None, timing=False):
        self.infile = infile
        self.outfile = outfile
        self.ignore = Ignore(ignoremods, ignoredirs)
        self.counts = {}
        self.donothing = 0
        self.trace = trace
        self._calledfuncs = {}
        self._callers = {}
        self.start_time = time.time() if timing else None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif count or trace:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = (self.localtrace_trace_and_count if count and trace else
                               self.localtrace_trace if trace else self.localtrace_count)
        else:
            self.donothing = 1

    def run(self, cmd):
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        self._set(self.globaltrace if not self.donothing else None)
        try:
            exec cmd in {} if globals is None else globals, {} if locals is None else locals
        finally:
            self._set(None)

    def runfunc(self, func, *args, **kw):
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)

    def _set(self, function):
        if self.donothing:
            return
        threading.settrace(function)
        sys.settrace(function)

    def file_module_function_of(self, frame):
        code = frame.f_code
        name = code.co_name
        found = getattr(frame.f_locals.get('self'), '__class__', None)
        if found is not None and name in vars(found):
            name = '%s.%s' % (found.__name__, name)
        return code.co_filename, modname(code.co_filename) if code.co_filename else None, name

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == 'call':
            self._callers[self.file_module_function_of(frame.f_back), self.file_module_function_of(frame)] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        if why != 'call':
            return None
        filename = frame.f_globals.get('__file__')
        if not filename:
            return None
        module = modname(filename)
        if self.ignore.names(filename, module):
            return None
        if self.trace:
            print ' --- modulename: %s, funcname: %s' % (module, frame.f_code.co_name)
        return self.localtrace

    def _count(self, frame):
        key = frame.f_code.co_filename, frame.f_lineno
        self.counts[key] = self.counts.get(key, 0) + 1

    def _show(self, frame):
        if self.start_time:
            print '%.2f' % (time.time() - self.start_time),
        filename = frame.f_code.co_filename
        line = linecache.getline(filename, frame.f_lineno)
        print '%s(%d): %s' % (os.path.basename(filename), frame.f_lineno, line),

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
            self._show(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == 'line':
            self._show(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
        return self.localtrace

    def results(self):
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs,
                               callers=self._callers)


def _options(argv):
    import argparse
    parser = argparse.ArgumentParser(prog='trace')
    for short, name in (('-c', 'count'), ('-t', 'trace'), ('-r', 'report'), ('-l', 'listfuncs'), ('-T', 'trackcalls'),
                        ('-m', 'missing'), ('-s', 'summary'), ('-R', 'no-report'), ('-g', 'timing')):
        parser.add_argument(short, '--' + name, action='store_true')
    parser.add_argument('-f', '--file')
    parser.add_argument('-C', '--coverdir')
    parser.add_argument('--ignore-module', action='append', default=[])
    parser.add_argument('--ignore-dir', action='append', default=[])
    parser.add_argument('filename', nargs='?')
    parser.add_argument('arguments', nargs=argparse.REMAINDER)
    options = parser.parse_args(argv)
    if not (options.count or options.trace or options.report or options.listfuncs or options.trackcalls):
        parser.error('must specify one of --trace, --count, --report, --listfuncs, or --trackcalls')
    if options.listfuncs and (options.count or options.trace):
        parser.error('cannot specify both --listfuncs and (--trace or --count)')
    if not options.report and not options.filename:
        parser.error('missing some options')
    return options


def main(argv=None):
    options = _options((argv or sys.argv)[1:])
    if options.report:
        CoverageResults(infile=options.file, outfile=options.file).write_results(
            options.missing, options.summary, options.coverdir)
        return
    sys.argv = [options.filename] + options.arguments
    sys.path[0] = os.path.split(options.filename)[0]
    ignored = [os.path.expandvars(each) for listed in options.ignore_dir for each in listed.split(os.pathsep)]
    modules = [name.strip() for listed in options.ignore_module for name in listed.split(',')]
    tracer = Trace(options.count, options.trace, countfuncs=options.listfuncs, countcallers=options.trackcalls,
                   ignoremods=modules, ignoredirs=ignored, infile=options.file, outfile=options.file,
                   timing=options.timing)
    try:
        with open(options.filename) as f:
            code = compile(f.read(), options.filename, 'exec')
        space = {'__file__': options.filename, '__name__': '__main__', '__package__': None, '__cached__': None}
        tracer.runctx(code, space, space)
    except IOError as e:
        sys.stderr.write('%s: Cannot run file %r because: %s\n' % (sys.argv[0], options.filename, e))
        sys.exit(1)
    except SystemExit:
        pass
    if not options.no_report:
        tracer.results().write_results(options.missing, options.summary, options.coverdir)


if __name__ == '__main__':
    main()

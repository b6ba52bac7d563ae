"""What opening a URL gives: files with headers, a place and a status."""


class ContentTooShortError(IOError):
    """Less came than the headers had promised; `content` is what `urlretrieve` would have returned."""

    __module__ = 'urllib'

    def __init__(self, message, content):
        super(ContentTooShortError, self).__init__(message)
        self.content = content


class addbase:
    """A file under another's methods."""

    __module__ = 'urllib'
    _borrowed = 'read', 'readline', 'readlines', 'fileno'

    def __init__(self, fp):
        self._lend(fp)

    def _lend(self, fp, **more):
        """Takes a file, and what is known about it besides."""
        vars(self).update(more, fp=fp)
        for name in self._borrowed:
            method = getattr(fp, name, None)
            if method is not None or name == 'fileno':
                setattr(self, name, method or (lambda: None))

    def __iter__(self):
        return iter(self.fp)

    def next(self):
        return self.fp.next()

    def __repr__(self):
        return '<%s at %r whose fp = %r>' % (self.__class__.__name__, id(self), self.fp)

    def close(self):
        for name in self._borrowed:
            setattr(self, name, None)
        fp, self.fp = self.fp, None
        if fp:
            fp.close()


class addclosehook(addbase):
    """Calls a function when it is closed."""

    __module__ = 'urllib'

    def __init__(self, fp, closehook, *hookargs):
        self._lend(fp, closehook=closehook, hookargs=hookargs)

    def close(self):
        hook, args = self.closehook, self.hookargs
        self.closehook = self.hookargs = None
        if hook:
            hook(*args)
        _close(self)


_close = addbase.close


class addinfo(addbase):
    """Has headers."""

    __module__ = 'urllib'

    def __init__(self, fp, headers):
        self._lend(fp, headers=headers)

    info = lambda self: self.headers


class addinfourl(addbase):
    """Has headers, a URL and a status."""

    __module__ = 'urllib'

    def __init__(self, fp, headers, url, code=None):
        self._lend(fp, headers=headers, url=url, code=code)

    info = addinfo.info.im_func
    getcode, geturl = (lambda self: self.code), (lambda self: self.url)


_BLOCK = 8192


def copy(source, (path, headers), report):
    """Writes what there is to read; how much the headers promise (-1 without), and how much it was."""
    promised = int(headers['Content-Length']) if 'content-length' in headers else -1
    got = blocks = 0
    with open(path, 'wb') as target:
        while True:
            if report:
                report(blocks, _BLOCK, promised)
            block = source.read(_BLOCK)
            if not block:
                return promised, got
            target.write(block)
            got += len(block)
            blocks += 1

"""Keyed hashes of messages.

Spec: https://docs.python.org/2.7/library/hmac.html, https://www.rfc-editor.org/rfc/rfc2104
"""

import warnings as _warnings

digest_size = None

_OUTER = ''.join(chr(byte ^ 0x5c) for byte in xrange(256))
_INNER = ''.join(chr(byte ^ 0x36) for byte in xrange(256))
_BLOCK = 64
_EMPTY = []


def compare_digest(a, b):
    """Whether two texts are equal, found out in a time that does not depend on where they differ."""
    if isinstance(a, unicode) and isinstance(b, unicode):
        a, b = a.encode('ascii'), b.encode('ascii')
    for each in a, b:
        if not isinstance(each, (str, bytearray, buffer, memoryview)):
            raise TypeError("'%s' does not have the buffer interface" % type(each).__name__)
    difference = len(a) ^ len(b)
    for x, y in zip(bytearray(a), bytearray(b)):
        difference |= x ^ y
    return difference == 0


def _hash_maker(digestmod):
    """What makes hash objects: given as such, or as a module that has it."""
    if digestmod is None:
        from hashlib import md5
        return md5
    if hasattr(digestmod, '__call__'):
        return digestmod
    return lambda text='': digestmod.new(text)


class HMAC:
    """A hash of `key` and of all that `update` was given."""

    blocksize = _BLOCK

    def __init__(self, key, msg=None, digestmod=None):
        if key is _EMPTY:
            return
        self.digest_cons = _hash_maker(digestmod)
        self.outer, self.inner = self.digest_cons(), self.digest_cons()
        self.digest_size = self.inner.digest_size
        block = self._block_of(self.inner)
        if len(key) > block:
            key = self.digest_cons(key).digest()
        # Not in place: it may be a bytearray.
        key = key + chr(0) * (block - len(key))
        for made, table in (self.outer, _OUTER), (self.inner, _INNER):
            made.update(key.translate(table))
        if msg is not None:
            self.update(msg)

    def _block_of(self, made):
        size = getattr(made, 'block_size', None)
        if size is None:
            _warnings.warn('No block_size attribute on given digest object; Assuming %d.' % self.blocksize,
                           RuntimeWarning, 3)
            return self.blocksize
        if size < 16:
            _warnings.warn('block_size of %d seems too small; using our default of %d.' % (size, self.blocksize),
                           RuntimeWarning, 3)
            return self.blocksize
        return size

    def update(self, msg):
        self.inner.update(msg)

    def copy(self):
        twin = self.__class__(_EMPTY)
        twin.inner, twin.outer = self.inner.copy(), self.outer.copy()
        twin.digest_cons, twin.digest_size = self.digest_cons, self.digest_size
        return twin

    def _current(self):
        made = self.outer.copy()
        made.update(self.inner.digest())
        return made

    def digest(self):
        return self._current().digest()

    def hexdigest(self):
        return self._current().hexdigest()


def new(key, msg=None, digestmod=None):
    """A hash object; `digestmod` is md5 where it is left out."""
    return HMAC(key, msg, digestmod)

"""MD5 digests under their old name."""

import hashlib as _hashlib
import warnings

warnings.warn('the %s module is deprecated; use hashlib instead' % __name__, DeprecationWarning, 2)

md5 = new = _hashlib.md5
blocksize, digest_size = 1, 16

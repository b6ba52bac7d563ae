"""SHA-1 digests under their old name."""

import hashlib as _hashlib
import warnings

warnings.warn('the %s module is deprecated; use the hashlib module instead' % __name__, DeprecationWarning, 2)

sha = new = _hashlib.sha1
blocksize, digest_size, digestsize = 1, 20, 20

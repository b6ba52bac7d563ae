"""SHA-1 digests; hashlib has all of them."""

import warnings
warnings.warn('the sha module is deprecated; use the hashlib module instead', DeprecationWarning, 2)

from hashlib import sha1 as sha

new = sha
blocksize = 1
digest_size = digestsize = 20

"""Whether DISTUTILS_DEBUG asks for more to be told."""

import os

DEBUG = os.environ.get('DISTUTILS_DEBUG')

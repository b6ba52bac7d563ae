"""The limits, flags and the exception of `re`, which programs find here too. The codes of compiled patterns are not here."""

import re as _re

error = _re.error

MAGIC = 20031017
MAXREPEAT = 4294967295

SRE_FLAG_IGNORECASE = _re.IGNORECASE
SRE_FLAG_LOCALE = _re.LOCALE
SRE_FLAG_MULTILINE = _re.MULTILINE
SRE_FLAG_DOTALL = _re.DOTALL
SRE_FLAG_UNICODE = _re.UNICODE
SRE_FLAG_VERBOSE = _re.VERBOSE
SRE_FLAG_DEBUG = _re.DEBUG
SRE_FLAG_TEMPLATE = _re.TEMPLATE

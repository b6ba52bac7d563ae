import parts
from __main__ import tell

tell(lambda: parts.two)
tell(lambda: parts.one)

import parts.string
import parts.two
from __main__ import tell

tell(lambda: parts.one)
tell(lambda: parts.two.AFTER)

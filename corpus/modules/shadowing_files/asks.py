import begun
from __main__ import tell

tell(lambda: begun.LATE)

# An object that forks when it ends with the process: its child would have the same object, and so on for ever.
import os
import sys


class Last:
    def __del__(self):
        print('ends', sys.is_finalizing())
        try:
            os.fork()
        except RuntimeError as error:
            print(type(error).__name__, error)


last = Last()

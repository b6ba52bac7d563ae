# pymp: python=3
"""A process that is ending does not fork: its child would end in the same way, and fork again."""
import os


class AtEnd:
    def __del__(self):
        try:
            os.fork()
        except RuntimeError as e:
            print(type(e).__name__, e)


if __name__ == '__main__':
    at_end = AtEnd()
    print('main')

"""Positions of the fields in what `os.statvfs` returns.

Spec: https://docs.python.org/2.7/library/statvfs.html
"""

F_BSIZE, F_FRSIZE, F_BLOCKS, F_BFREE, F_BAVAIL, F_FILES, F_FFREE, F_FAVAIL, F_FLAG, F_NAMEMAX = range(10)

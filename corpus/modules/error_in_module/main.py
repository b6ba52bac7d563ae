# pymp: stderr=exact
"""An uncaught exception in an imported module: both files are in the traceback."""
import worker

worker.run([4, 2, 0])

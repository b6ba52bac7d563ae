# pymp: stderr=last-line
"""Ctrl-C that nobody catches: the traceback's last line, and death by SIGINT."""
import os
import signal

print('working', flush=True)
os.kill(os.getpid(), signal.SIGINT)
print('never')

"""The program ends by a signal: what was in its buffer is lost, what was flushed is not."""
import os
import signal

print('flushed', flush=True)
print('lost')
os.kill(os.getpid(), signal.SIGTERM)

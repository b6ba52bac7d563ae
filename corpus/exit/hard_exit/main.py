import os
import sys

print('flushed', flush=True)
print('lost with the buffer')
sys.stderr.write('unbuffered\n')
try:
    os._exit(42)
finally:
    print('never')

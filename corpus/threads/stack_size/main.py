# pymp: python=3
"""`threading.stack_size` remembers what it is told."""
import threading
for n in (0, 1, -1, 32768, 65536, 2**20, 'a', 1.5):
    try: print(n, threading.stack_size(n), threading.stack_size())
    except Exception as e: print(n, type(e).__name__, e)

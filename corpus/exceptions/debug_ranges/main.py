"""Tracebacks without carets: -X no_debug_ranges and PYTHONNODEBUGRANGES."""
import os
import subprocess
import sys

TEXT = '''
import traceback
def f(): return 1 / 0
try: f()
except ZeroDivisionError as e: traceback.print_exc(); print(list(e.__traceback__.tb_frame.f_code.co_positions())[0][2:])
f()
'''


def run(*options, **environ):
    done = subprocess.run([sys.executable, *options, '-c', TEXT], capture_output=True, text=True, env={**os.environ, **environ})
    print(done.returncode, done.stdout, done.stderr)


run('-X', 'no_debug_ranges')
run(PYTHONNODEBUGRANGES='1')

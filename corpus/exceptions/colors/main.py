"""Tracebacks in colours, where the environment asks for them."""
import os
import subprocess
import sys

TEXT = '''
def f(x):
    return x / 0
try:
    f(1)
except ZeroDivisionError as e:
    raise ValueError('no') from e
'''


def run(**environ):
    kept = {name: value for name, value in os.environ.items() if 'COLOR' not in name}
    done = subprocess.run([sys.executable, '-c', TEXT], capture_output=True, text=True, env={**kept, **environ})
    print(environ, done.returncode, done.stderr.replace('\x1b', 'ESC'))


run()
run(FORCE_COLOR='1')
run(FORCE_COLOR='1', NO_COLOR='1')
run(PYTHON_COLORS='1')
run(PYTHON_COLORS='0', FORCE_COLOR='1')

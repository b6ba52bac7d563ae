"""The debugger over a module of the library that is run as a program."""
import re
import subprocess
import sys

for commands in ('n\np __name__\nq\n', 'c\nq\n', 'b calendar_is_no_module_here\nq\n'):
    done = subprocess.run(
        [sys.executable, '-m', 'pdb', '-m', 'calendar', '2024', '2'], input=commands, capture_output=True, text=True,
        timeout=60)
    text = re.sub(r'> /.*/', '> …/', done.stdout)
    text = re.sub(r'Breakpoint 1 at .*', 'Breakpoint 1', text)
    print(text, done.returncode)

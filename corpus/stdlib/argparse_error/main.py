# pymp: stderr=exact
"""A wrong argument: usage on stderr, exit code 2."""
import argparse

parser = argparse.ArgumentParser(prog='tool')
parser.add_argument('--count', type=int, required=True)
parser.add_argument('--mode', choices=['a', 'b'])
print('parsing', flush=True)
parser.parse_args()
print('never')

"""sys.argv."""
import sys

print(len(sys.argv), sys.argv[0].endswith('main.py'))
for i, argument in enumerate(sys.argv[1:], 1):
    print(i, repr(argument))

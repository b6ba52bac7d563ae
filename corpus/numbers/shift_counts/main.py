# pymp: python=2,3
"""Shifts by counts that are negative or do not fit a machine word."""
from __future__ import print_function

VALUES = [1, 0, -1, True, 2**70, -2**70]
COUNTS = [-1, -10**20, -2**63, -2**63 - 1, 0, True, -True, 64, 2**63, 69175290276410818320, 69175290276410818321, 10**20]
for value in VALUES:
    for count in COUNTS:
        for name, shifted in ('<<', lambda: value << count), ('>>', lambda: value >> count):
            try:
                print(value, name, count, shifted())
            except Exception as error:
                print(value, name, count, type(error).__name__, error)

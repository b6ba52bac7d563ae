"""Imports every top-level module of CPython 3.13's library, and prints which are not here and why.

    node dist/python3.js test/conformance/imports.py [MODULE...]
"""
import importlib
import sys

# They open a browser, print a poem, or want a display.
NOT_TRIED = {'antigravity', 'this', 'idlelib', 'turtledemo'}


def main():
    names = sys.argv[1:] or sorted(sys.stdlib_module_names - NOT_TRIED)
    imported, silent = 0, []
    for name in names:
        try:
            importlib.import_module(name)
            imported += 1
        except ModuleNotFoundError as error:
            print('%s: %s' % (name, error))
            if ': ' not in str(error):
                silent.append(name)
        except BaseException as error:
            print('%s: %s: %s' % (name, type(error).__name__, error))
            silent.append(name)
    print('%d imported, %d not, %d of these without a reason' % (imported, len(names) - imported, len(silent)))
    return 1 if silent else 0


if __name__ == '__main__':
    sys.exit(main())

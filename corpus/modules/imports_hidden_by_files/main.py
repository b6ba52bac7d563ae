"""A file beside the program hides a module that the library needs, from the import on."""
try:
    import textwrap, fractions, tempfile
    print('imported')
    import logging
    print('not reached')
except ImportError as e:
    print(type(e).__name__, str(e)[:40])

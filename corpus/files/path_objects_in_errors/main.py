# pymp: python=3
"""open() of an object with __fspath__: errors, and the file's name, have the path's text."""
import io
import os
import pathlib


class Where:
    def __fspath__(self):
        return '/nowhere/f'


gone = pathlib.Path('/nowhere/x')
for attempt in (
    lambda: open(gone),
    lambda: gone.open(),
    lambda: gone.read_text(),
    lambda: gone.read_bytes(),
    lambda: gone.write_text('x'),
    lambda: io.open(gone, 'rb'),
    lambda: open(Where()),
    lambda: open(Where(), 'rb', 0),
    lambda: io.FileIO(gone),
    lambda: open(b'/nowhere/b'),
    lambda: os.stat(gone),
    lambda: gone.unlink(),
    lambda: open(None),
    lambda: open(1.5),
    lambda: open(object()),
    lambda: open(gone, 'q'),
):
    try:
        attempt()
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(' at 0x')[0], repr(getattr(e, 'filename', None)))

here = pathlib.Path('made.txt')
with open(here, 'w') as f:
    f.write('text')
    print(repr(f.name), repr(f.buffer.name), repr(f.buffer.raw.name))
with here.open() as f:
    print(repr(f.name), f.read())
here.unlink()

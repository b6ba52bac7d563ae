# pymp: python=3
"""A missing name of a module that hides one of the library, or that is not there yet: the message says what may be the reason."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))


def tell(look):
    try:
        look()
    except (AttributeError, ImportError) as e:
        print(type(e).__name__, str(e).replace(HERE, 'HERE'), e.name)


def from_import():
    from colorsys import rgb_to_hsv


import colorsys
import wave
import begun
import parts.one

tell(lambda: colorsys.rgb_to_hsv)
tell(lambda: getattr(colorsys, 'hsv_to_rgb'))
tell(lambda: wave.open)
tell(lambda: parts.string.ascii_letters)
tell(lambda: begun.nothing)
tell(lambda: os.nothing)
tell(from_import)
print(hasattr(colorsys, 'rgb_to_hsv'), getattr(colorsys, 'rgb_to_hsv', 'none'))
colorsys.__spec__ = None
tell(lambda: colorsys.rgb_to_hsv)
del wave.__spec__
tell(lambda: wave.open)
wave.__name__ = 3
tell(lambda: wave.open)

from .. import VERSION
from ..circle import area
from . import shared


def volume(side):
    shared.append('cube.volume')
    return side ** 3 + area(0)


def describe():
    return 'cube of shapes %s' % VERSION

from . import registry

registry.append(__name__)


def area(radius):
    return 3 * radius ** 2

# pymp: stderr=exact
"""Nothing of this runs."""
print('not even this')


def area(width, height)
    return width * height

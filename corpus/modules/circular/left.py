import right

NAME = 'left'


def meet():
    return right.greet()

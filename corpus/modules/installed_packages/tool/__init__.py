__version__ = "1.2"


def main():
    return "ran"


class One:
    pass

# pymp: start-method=spawn mask=address
"""With spawn the target must be importable."""
import multiprocessing


def outer():
    def inner():
        print('never')

    return inner


if __name__ == '__main__':
    for target in (lambda: 0, outer()):
        try:
            multiprocessing.Process(target=target).start()
        except Exception as error:
            print(type(error).__name__, error)
    try:
        multiprocessing.Process(target=print, args=(open('main.py'),)).start()
    except TypeError as error:
        print(type(error).__name__, error)

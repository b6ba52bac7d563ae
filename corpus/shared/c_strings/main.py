# pymp: python=3
from ctypes import c_char_p, c_void_p, c_wchar_p, sizeof
from multiprocessing import Manager, Process, Value


def extend(text, shared):
    text.value = text.value + ' world'
    print(shared.value)


if __name__ == '__main__':
    text = Manager().Value(c_char_p, 'hello')
    shared = Value(c_char_p, b'shared\0rest')
    process = Process(target=extend, args=(text, shared))
    process.start()
    process.join()
    print(text.value, shared.value)
    for kind in c_char_p, c_wchar_p, c_void_p:
        empty = kind()
        print(empty, empty.value, bool(empty), sizeof(empty), kind._type_)
        for value in b'ab', 'ab', 5.5, None:
            try:
                made = kind(value)
                print(made.value, bool(made))
            except TypeError as error:
                print(error)

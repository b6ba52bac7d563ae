"""The limit on digits between text and ints: its error, its change, and a forked child that has it too."""
import sys
from multiprocessing import Process


def attempt(what):
    try:
        return what()
    except ValueError as error:
        return "ValueError: %s" % error


def digits():
    print(sys.get_int_max_str_digits(), attempt(lambda: len(str(10 ** 4900))), flush=True)


digits()
print(attempt(lambda: int("7" * 4301)))
print(attempt(lambda: sys.set_int_max_str_digits(639)))
sys.set_int_max_str_digits(5000)
digits()
child = Process(target=digits)
child.start()
child.join()
sys.set_int_max_str_digits(0)
print(len(str(7 ** 9000)), int("7" * 6000) % 1000003)

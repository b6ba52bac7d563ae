# pymp: python=2 detect=yes
# Nothing but the indentation, tabs here and spaces there, says which Python this is for.
import os
import sys
from multiprocessing import Process


def half(x):
	y = x / 2
        return y


def work():
        print("%s in %s" % (half(7), sys.version_info[0]))


if __name__ == "__main__":
        p = Process(target=work)
        p.start()
        p.join()
        print(half(7))
        print(os.path.basename(sys.argv[0]))

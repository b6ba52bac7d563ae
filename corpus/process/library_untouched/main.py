"""Library modules with settings that the program has left alone."""
import csv
import decimal
import multiprocessing as mp
import socket
import statistics


def show():
    print(decimal.Decimal(1) / 7, csv.list_dialects(), socket.getdefaulttimeout(), statistics.mean([1, 2]), flush=True)


if __name__ == '__main__':
    for _ in range(2):
        child = mp.Process(target=show)
        child.start()
        child.join()
        print(decimal.Decimal(2).sqrt())

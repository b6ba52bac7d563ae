# pymp: stderr=last-line
from multiprocessing import Process


class Forgot(Process):
    def __init__(self, value):
        self.value = value

    def run(self):
        print(self.value)


if __name__ == '__main__':
    Forgot(1).start()

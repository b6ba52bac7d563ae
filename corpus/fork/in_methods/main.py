"""Forks in methods, nested functions and closures."""
import os
class Daemon:
    def __init__(self, name):
        self.name = name
        self.pids = []
    def spawn(self, n):
        try:
            pid = os.fork()
        except OSError as e:
            print('failed', e)
            raise
        if pid > 0:
            self.pids.append(pid)
            return pid
        print(self.name, 'child', n, flush=True)
        os._exit(n * 2)
    def run(self):
        for n in [1, 2, 3]:
            os.waitpid(self.spawn(n), 0)
def main():
    d = Daemon('d')
    d.run()
    x = 5
    def inner():
        nonlocal x
        x += 1
        pid = os.fork()
        if pid == 0:
            x += 100
        else:
            os.wait()
        return x
    r = inner()
    print('inner', r, x, flush=True)
    if r > 100:
        os._exit(0)
main()

# What a spawned child cannot read ends it with a traceback, even though none of its lines is the program's.
import multiprocessing as mp
import subprocess
import sys


class Number:
    def __reduce__(self):
        return int, ('x',)


def main():
    mp.set_start_method('spawn')

    def hidden():
        pass

    hidden.__qualname__ = 'hidden'
    globals()['hidden'] = hidden
    for target, args in (hidden, ()), (print, (Number(),)):
        process = mp.Process(target=target, args=args)
        process.start()
        process.join()
        print(process.exitcode)


if __name__ == '__main__':
    if len(sys.argv) > 1:
        main()
    else:
        done = subprocess.run([sys.executable, __file__, 'run'], capture_output=True, text=True)
        print(done.stdout, end='')
        for line in done.stderr.splitlines():
            if line[0] != ' ':
                print(line.partition(' from ')[0])

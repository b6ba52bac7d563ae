# pymp: python=2,3
# Children that fork again, after a signal has told their parent of a child's end.
import os
import sys
import time


def generation(level):
    for i in range(2):
        pid = os.fork()
        if pid == 0:
            time.sleep(0.05)
            print('level %d child %d' % (level, i))
            if level < 2 and i == 1:
                generation(level + 1)
            sys.stdout.flush()
            os._exit(level * 10 + i)
        print(os.waitpid(pid, 0)[1] >> 8)
        sys.stdout.flush()


generation(1)

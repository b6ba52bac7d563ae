import multiprocessing
import time


def player(name, table, rounds, first, log):
    for n in range(rounds):
        if not first or n > 0:
            ball = table.recv()
        else:
            ball = 0
        log.put(f'{name} {ball}')
        table.send(ball + 1)
    if first:
        table.recv()


if __name__ == '__main__':
    left, right = multiprocessing.Pipe()
    log = multiprocessing.Queue()
    ping = multiprocessing.Process(target=player, args=('ping', left, 3, True, log))
    pong = multiprocessing.Process(target=player, args=('pong', right, 3, False, log))
    ping.start()
    pong.start()
    print(sorted((log.get() for _ in range(6)), key=lambda line: int(line.split()[1])))
    ping.join()
    pong.join()
    print(ping.exitcode, pong.exitcode)

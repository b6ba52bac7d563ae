"""A simulated workshop: classes, inheritance, properties, a heap of events and queues of parts."""
import heapq
import sys
from collections import deque
from multiprocessing import Pool


class Station:
    made = 0

    def __init__(self, name, pace):
        self.name = name
        self.pace = pace
        self.queue = deque()
        self.idle = True

    @property
    def load(self):
        return len(self.queue)

    def takes(self, part):
        return self.pace + part % 3

    def finish(self, part):
        self.made += 1
        return part


class Painter(Station):
    def takes(self, part):
        return super().takes(part) + (2 if part % 5 == 0 else 0)

    def finish(self, part):
        return super().finish(part) + 1


def work(parts):
    stations = [Station("cut", 2), Painter("paint", 3), Station("pack", 1)]
    events, clock, order, done = [], 0, 0, 0
    for part in range(parts):
        heapq.heappush(events, (part * 2, order, 0, part, False))
        order += 1
    while events:
        clock, _, at, part, leaving = heapq.heappop(events)
        station = stations[at]
        if leaving:
            station.idle = True
            part = station.finish(part)
            if at + 1 < len(stations):
                heapq.heappush(events, (clock, order, at + 1, part, False))
                order += 1
            else:
                done += part
        else:
            station.queue.append(part)
        if station.idle and station.load:
            station.idle = False
            following = station.queue.popleft()
            heapq.heappush(events, (clock + station.takes(following), order, at, following, True))
            order += 1
    return clock, done, [station.made for station in stations]


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 160000
    with Pool(2) as pool:
        print(pool.map(work, [size, size + 10]))

"""Five philosophers, five forks, taken in order so that nobody starves."""
import multiprocessing
import time


def dine(seat, forks, meals):
    low, high = sorted((seat, (seat + 1) % len(forks)))
    for _ in range(3):
        with forks[low]:
            with forks[high]:
                meals[seat] += 1
                time.sleep(0.005)


if __name__ == '__main__':
    forks = [multiprocessing.Lock() for _ in range(5)]
    meals = multiprocessing.Array('i', 5)
    table = [multiprocessing.Process(target=dine, args=(seat, forks, meals), name=f'philosopher {seat}') for seat in range(5)]
    for p in table:
        p.start()
    for p in table:
        p.join()
    print(meals[:], [p.name for p in table][0])

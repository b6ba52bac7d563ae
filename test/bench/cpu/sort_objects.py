"""Sorting by keys, by several keys, and by the objects' own comparison."""
import sys
from functools import total_ordering
from multiprocessing import Pool
from operator import attrgetter


@total_ordering
class Card:
    __slots__ = ("rank", "suit", "name")

    def __init__(self, rank, suit):
        self.rank = rank
        self.suit = suit
        self.name = "%s%d" % ("CDHS"[suit], rank)

    def __eq__(self, other):
        return (self.rank, self.suit) == (other.rank, other.suit)

    def __lt__(self, other):
        return (self.rank, self.suit) < (other.rank, other.suit)


def work(n):
    state = n
    cards = []
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        cards.append(Card(state // 65536 % 1000, state // 4096 % 4))
    by_name = sorted(cards, key=attrgetter("name"))
    by_both = sorted(cards, key=lambda card: (-card.suit, card.rank))
    own = sorted(cards)
    backwards = sorted((card.rank for card in cards), reverse=True)
    return by_name[n // 2].name, by_both[n // 3].name, own[n // 4].name, backwards[n // 5], max(cards).name


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 120000
    with Pool(2) as pool:
        print(pool.map(work, [size, size + 1]))

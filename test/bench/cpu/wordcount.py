"""Words of a generated text, cleaned, counted and put in order."""
import sys
from collections import Counter
from multiprocessing import Pool

STEMS = ["run", "queue", "Lock", "pool", "Fork", "spawn", "value", "array", "event", "pipe", "join", "map"]
ENDS = ["", "s", "ed", "ing", "er,", "er's", ".", "!"]


def text(n, seed):
    state, words = seed, []
    for _ in range(n):
        state = (state * 75 + 74) % 65537
        words.append(STEMS[state % len(STEMS)] + ENDS[state // 16 % len(ENDS)])
    return " ".join(words)


def work(task):
    counts = {}
    for word in text(*task).split():
        word = word.strip(".,!").lower().replace("'s", "")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 500000
    with Pool(2) as pool:
        total = Counter()
        for counts in pool.map(work, [(size, seed) for seed in (1, 2, 3, 4)]):
            total.update(counts)
    print(sum(total.values()), len(total), sorted(total.items(), key=lambda item: (-item[1], item[0]))[:4])

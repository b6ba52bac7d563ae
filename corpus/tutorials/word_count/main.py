"""Map and reduce over files that come with the case."""
import collections
import glob
import multiprocessing
import re
import string


def count_words(path):
    with open(path, encoding='utf-8') as file:
        return collections.Counter(re.findall(r'\w+', file.read().lower()))


def partition(counters):
    groups = collections.defaultdict(list)
    for counter in counters:
        for word, n in counter.items():
            groups[word].append(n)
    return sorted(groups.items())


def reduce_word(item):
    word, counts = item
    return word, sum(counts)


if __name__ == '__main__':
    files = sorted(glob.glob('texts/*.txt'))
    with multiprocessing.Pool(3) as pool:
        counters = pool.map(count_words, files)
        totals = pool.map(reduce_word, partition(counters))
    for word, n in sorted(totals, key=lambda pair: (-pair[1], pair[0]))[:6]:
        print(f'{word:<8}{n:>3}', '#' * n)
    print(len(files), sum(n for _, n in totals), string.ascii_uppercase[:3])

"""SHA-256 in plain Python: 32-bit arithmetic with masks."""
import hashlib
import sys
from multiprocessing import Pool

MASK = 0xFFFFFFFF


def first_primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def fraction_bits(n, root):
    """32 bits of the fraction of a root, by integers alone."""
    wanted = n << (32 * root)
    low, high = 0, 1 << 40
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** root <= wanted:
            low = middle
        else:
            high = middle - 1
    return low & MASK


K = [fraction_bits(p, 3) for p in first_primes(64)]
START = [fraction_bits(p, 2) for p in first_primes(8)]


def rotate(x, by):
    return ((x >> by) | (x << (32 - by))) & MASK


def compress(state, block):
    w = [int.from_bytes(block[i:i + 4], "big") for i in range(0, 64, 4)]
    for i in range(16, 64):
        s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >> 3)
        s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >> 10)
        w.append((w[i - 16] + s0 + w[i - 7] + s1) & MASK)
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) & MASK
        s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) & MASK
        a, b, c, d, e, f, g, h = (t1 + t2) & MASK, a, b, c, (d + t1) & MASK, e, f, g
    return [(x + y) & MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def digest(data):
    padded = data + b"\x80" + b"\0" * ((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    state = START
    for at in range(0, len(padded), 64):
        state = compress(state, padded[at:at + 64])
    return "".join("%08x" % x for x in state)


def work(task):
    seed, size = task
    data = bytes((i * seed) & 255 for i in range(size))
    ours = digest(data)
    return ours[:16], ours == hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 350000
    with Pool(2) as pool:
        print(pool.map(work, [(seed, size) for seed in (3, 5)]))

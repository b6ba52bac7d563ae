"""Long needles in texts that repeat themselves: linear time."""
for N in 1000, 10_000, 100_000, 1_000_000:
    for conv in (str, str.encode):
        A, B = conv('a') * N, conv('b') * N
        h = A + A + B + A + A
        n = A + B + B + A
        print(h.find(n), h.count(n), (h + n).find(n) == len(h), (h+n).count(n))

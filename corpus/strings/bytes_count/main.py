"""A byte is counted and found in few and in many bytes, wherever and however often it comes."""
import random

random.seed(5)
checks = 0
for length in (0, 1, 5, 100, 299, 300, 301, 4095, 4096, 4097, 5000, 20000):
    for often in (0, 0.001, 0.01, 0.1, 1):
        items = [7 if random.random() < often else random.choice((97, 98, 8, 255)) for _ in range(length)]
        data = bytearray(items)
        places = [i for i, item in enumerate(items) if item == 7]
        assert bytes(data).count(b'\x07') == data.count(b'\x07') == len(places), (length, often)
        for start in (0, 1, length // 2, length - 1, length + 5, -3):
            here = [i for i in places if i >= (max(start + length, 0) if start < 0 else start)]
            assert data.count(b'\x07', start) == len(here), (length, often, start)
            assert data.find(b'\x07', start) == (here[0] if here else -1), (length, often, start)
            checks += 1
# Rare first, then often, then rare again.
data = bytes(b'a' * 50000 + b'\x07' * 5000 + b'b' * 50000 + b'\x07a' * 5000 + b'c' * 9000)
print(checks, data.count(b'\x07'), data.count(b'\x07', 52000, 105004), data.count(b'z'))

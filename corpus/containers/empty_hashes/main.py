# The empty str and the empty bytes have the hash 0
print(hash(''), hash(b''), hash(bytearray) is None, {b'', 255}, {'', 7}, {'', 1, 2}, hash(memoryview(b'')))

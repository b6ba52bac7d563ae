# The hash of the empty str and bytes; what enumerate begins with
print(hash(''), hash(b''), hash(bytearray) is None, {b'', 255}, {'', 7}, {'', 1, 2}, hash(memoryview(b'')))
for iterable, start in [(True, []), ([1], 'x'), (5, 1), ([1], 1.5), ('ab', 2 ** 70), ([1], None)]:
    try:
        print(list(enumerate(iterable, start)))
    except TypeError as error:
        print(error)

# pymp: stderr=exact
"""A traceback through three functions; what was printed before it is there."""


def parse(text):
    return int(text)


def load(rows):
    return [parse(row) for row in rows]


class Loader:
    def run(self, rows):
        return load(
            rows,
        )


print('before')
print(Loader().run(['1', '2']))
Loader().run(['3', 'four'])
print('never')

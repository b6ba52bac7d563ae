# pymp: python=2 stderr=exact


def parse(text):
    return int(text)


class Loader:
    def run(self, rows):
        return [parse(row)
                for row in rows]


print 'before'
print Loader().run(['1', '2'])
Loader().run(['3', 'four'])
print 'never'

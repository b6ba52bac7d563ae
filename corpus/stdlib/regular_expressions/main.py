"""re: matching, groups, substitution, flags, splitting."""
import re

text = 'Ann: 31 years, ann@example.org; Bob: 7 years, bob.b@test.co.uk'
print(re.findall(r'\d+', text), re.findall(r'(\w+): (\d+)', text), re.findall(r'[\w.]+@[\w.]+', text))
match = re.search(r'(?P<name>[A-Z]\w+): (?P<age>\d+)', text)
print(match, match.group(), match.group('name', 'age'), match.groups(), match.groupdict(), match.span('age'), match.start(), match['name'])
print(re.match(r'ann', text), re.match('(?i)ann', text).end(), re.fullmatch(r'\w{3}', 'abc'), re.search('^b', 'a\nb', re.M).start())
print(re.sub(r'(\w+)@(\w+)', r'\2 at \1', text), re.sub(r'\d+', lambda m: str(int(m.group()) + 1), text), re.subn('a', 'A', 'banana', count=2))
print(re.split(r'[,;]\s*', text), re.split(r'(-)', 'a-b-c', maxsplit=1), re.split(r'\b', 'two words'), re.escape('a.b*c'))
pattern = re.compile(r'''
    (\d{4}) - (\d\d) - (\d\d)   # a date
    (?: T (\d\d) )?             # perhaps an hour
''', re.X)
print([m.groups('none') for m in pattern.finditer('2020-01-02 and 2021-12-31T23')], pattern.groups, pattern.flags & re.X != 0)
print(re.findall(r'<.+?>', '<a><b>'), re.findall(r'<.+>', '<a><b>'), re.findall(r'(?<=\$)\d+(?!\d|%)', '$10 $20% $30'), re.findall(r'(a)|(b)', 'ab'))
print(re.search(r'(\w)\1', 'hello').group(), re.findall(r'\bfoo\b', 'foo foobar foo'), re.search(r'a.c', 'a\nc'), bool(re.search(r'a.c', 'a\nc', re.S)))
print(re.findall(r'é\w', 'été'), re.findall(rb'\w+', b'ab cd'), re.sub('', '-', 'abc'), re.findall('', 'ab'), re.findall(r'x*', 'axb'))
print(repr(re.compile('a+', re.I)), pattern.sub(r'\g<3>.\2.\1', '2020-01-02'), match.expand(r'\g<name>=\2'), re.search('(a)?b', 'b').groups())
for bad in ('(', '[a', '*a', r'(?P<n>a)(?P<n>b)', r'\1', 'a{2,1}', '(?<=a+)b'):
    try:
        re.compile(bad)
    except re.error as error:
        print(error)

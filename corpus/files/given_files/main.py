"""Files that come with the case: paths, globs, encodings, csv and json."""
import csv
import glob
import json
import os
from pathlib import Path

print(sorted(glob.glob('data/*.csv')), sorted(p.name for p in Path('data').iterdir()))
with open('data/people.csv', newline='', encoding='utf-8') as f:
    rows = list(csv.DictReader(f))
print(rows[0], [row['name'] for row in rows], sum(int(row['age']) for row in rows))
settings = json.loads(Path('data/settings.json').read_text(encoding='utf-8'))
print(settings, settings['nested']['list'][-1])
text = Path('data/utf8.txt').read_bytes()
print(text, text.decode('utf-8').split())
for encoding in ('utf-8', 'latin-1', 'ascii'):
    try:
        print(encoding, open('data/utf8.txt', encoding=encoding).read())
    except UnicodeDecodeError as error:
        print(error)
path = Path('data') / 'sub' / 'new.tar.gz'
print(path, path.suffix, path.stem, path.parent, path.exists(), path.with_suffix('.zip'), path.parts)
path.parent.mkdir()
path.write_text('x')
print(path.read_text(), os.path.splitext('a/b.c'), os.path.join('a', '/b'), os.path.basename('x/y/'), os.path.normpath('a/../b//c'))
words = {}
for file in sorted(Path('data').rglob('*.txt')):
    for word in file.read_text(encoding='utf-8').split():
        words[word] = words.get(word, 0) + 1
print(words)

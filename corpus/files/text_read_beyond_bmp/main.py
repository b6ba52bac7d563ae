"""`read(n)` of a text file with characters beyond the BMP counts characters, and more may be asked for than there are."""
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), 'text')
text = 'ab\U0001017bcd\U0001f600'
for encoding in 'utf-8', 'utf-16', 'utf-16le':
    for size in 1, 3, 6, 7, 100, 65516:
        with open(path, 'w', encoding=encoding) as f:
            f.write(text)
        with open(path, encoding=encoding) as f:
            parts = []
            while True:
                part = f.read(size)
                if not part:
                    break
                parts.append(part)
        print(encoding, size, ascii(parts))

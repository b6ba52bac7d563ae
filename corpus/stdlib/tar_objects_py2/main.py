# pymp: python=2
import tarfile, StringIO, io, cStringIO
for mode in 'w', 'w:gz', 'w:bz2', 'w|', 'w|gz', 'w|bz2':
    out = StringIO.StringIO()
    tar = tarfile.open(fileobj=out, mode=mode)
    for i in range(3):
        info = tarfile.TarInfo('n%d' % i)
        info.size = 700 * i
        tar.addfile(info, cStringIO.StringIO('abc%d' % i * 400))
    tar.close()
    for kind in StringIO.StringIO, cStringIO.StringIO, io.BytesIO:
        for r in ('r', 'r:*', 'r|*', mode.replace('w', 'r')):
            t = tarfile.open(fileobj=kind(out.getvalue()), mode=r)
            print mode, r, kind.__name__, [(m.name, m.size) + ((t.extractfile(m).read()[:4],) if m.size else ()) for m in t]

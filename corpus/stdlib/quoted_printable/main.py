# pymp: python=2,3
"""Quoted-printable text of many lengths, with breaks, blanks and dots where its rules meet."""
import binascii, random, hashlib
random.seed(5)
h = hashlib.md5()
alphabet = [9, 10, 13, 32, 46, 61, 95, 65, 97, 200, 3]
for k in range(1500):
    n = random.randrange(0, 200)
    if k % 2: d = [random.choice(alphabet) for i in range(n)]
    else: d = [random.randrange(256) if random.random() < .5 else 97 for i in range(n)]
    d = bytes(bytearray(d))
    for q in (0, 1):
        for t in (0, 1):
            for e in (0, 1):
                r = binascii.b2a_qp(d, q, t, e)
                b = binascii.a2b_qp(r, e)
                h.update(r + b)
    if k % 150 == 0: print(h.hexdigest()); print(repr(d[:30])); print(repr(binascii.b2a_qp(d[:30],1,1,1)))

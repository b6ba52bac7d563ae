"""Hashes that are given little and much, copied and asked for on the way."""
import hashlib, hmac
h = hashlib.sha256()
for i in range(600):
    h.update(b'x' * (i % 37)); 
    if i % 100 == 0:
        c = h.copy(); print(h.hexdigest()[:16]); c.update(b'y'); print(c.hexdigest()[:16], h.hexdigest()[:16])
ba = bytearray(b'abc'); m = hashlib.md5(ba); ba[0] = 0; print(m.hexdigest(), m.digest_size, m.name)
s = hashlib.shake_128(b'q' * 5000); print(s.hexdigest(5), s.hexdigest(0), s.hexdigest(20)); s.update(b'z'); print(s.hexdigest(4))
print(hashlib.sha512(b'a' * 4096).hexdigest()[:20], hashlib.sha512(b'a' * 4097).hexdigest()[:20], hashlib.sha1().hexdigest(), hashlib.new('sha3_256', b'x').hexdigest()[:10])
print(hmac.new(b'k', b'm', 'sha256').hexdigest(), hashlib.blake2b(b'x').hexdigest()[:8])

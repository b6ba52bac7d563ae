# pymp: python=2,3
"""Hashes under way that a forked child inherits, and what stands beside an object in a list that it does not use."""
import hashlib
import hmac
import zlib
from multiprocessing import Process, Queue


class Summing(Process):
    """Hashes what comes, each part on top of what its starter had hashed."""

    def __init__(self, parts, results):
        Process.__init__(self)
        self.parts, self.results = parts, results
        self.digest = hashlib.sha256(b'begun')
        self.others = [hashlib.new('sha1', b'a'), hmac.new(b'key', b'message', hashlib.md5), hashlib.sha512()]

    def run(self):
        for part in iter(self.parts.get, None):
            self.digest.update(part)
            self.others[0].update(part)
        self.results.put([self.digest.hexdigest()] + [other.hexdigest()[:20] for other in self.others])
        self.results.put((self.digest.digest_size, self.digest.copy().hexdigest() == self.digest.hexdigest()))


begun = hashlib.md5()
begun.update(b'in the module')
beside = [zlib.compressobj(), 'text', begun]


def look(results):
    copied = beside[2].copy()
    copied.update(b'!')
    results.put((beside[1], begun.hexdigest(), copied.hexdigest(), beside[2] is begun))


if __name__ == '__main__':
    parts, results = Queue(), Queue()
    summing = Summing(parts, results)
    summing.start()
    for part in [b'one', b'two' * 3000, None]:
        parts.put(part)
    print(results.get())
    print(results.get())
    summing.join()
    print(summing.digest.hexdigest())
    looking = Process(target=look, args=(results,))
    looking.start()
    print(results.get())
    looking.join()

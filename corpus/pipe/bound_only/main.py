# pymp: python=2,3
# A port that is bound and where nobody listens refuses: how programs look for a closed one, and scan.
import errno
import multiprocessing
import socket


def scan(port):
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.settimeout(5)
    try:
        return errno.errorcode.get(s.connect_ex(('127.0.0.1', port)), 'open')
    finally:
        s.close()


def main():
    listening, closed, anywhere = socket.socket(), socket.socket(), socket.socket()
    listening.bind(('127.0.0.1', 0))
    listening.listen(5)
    closed.bind(('127.0.0.1', 0))
    anywhere.bind(('', 0))
    ports = [s.getsockname()[1] for s in (listening, closed, anywhere)]
    pool = multiprocessing.Pool(2)
    print(pool.map(scan, ports))
    print([scan(port) for port in ports])
    closed.listen(5)
    print(pool.map(scan, ports))
    closed.close()
    print([scan(port) for port in ports])
    pool.close()
    pool.join()


if __name__ == '__main__':
    main()

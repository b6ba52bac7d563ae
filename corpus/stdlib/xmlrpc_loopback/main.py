"""An XML-RPC server in a process of its own, and clients in others."""
import datetime
import multiprocessing
import xmlrpc.client
from xmlrpc.server import SimpleXMLRPCServer


def divide(a, b):
    return a / b


class Service:
    def echo(self, value):
        return value

    def total(self, *numbers):
        return sum(numbers)


def serve(channel):
    server = SimpleXMLRPCServer(('127.0.0.1', 0), allow_none=True, logRequests=False, use_builtin_types=True)
    server.register_introspection_functions()
    server.register_multicall_functions()
    server.register_function(divide)
    server.register_function(pow, 'power')
    server.register_instance(Service())
    channel.send(server.server_address[1])
    server.serve_forever()


def ask(port, number):
    with xmlrpc.client.ServerProxy('http://127.0.0.1:%d' % port, allow_none=True) as proxy:
        return proxy.power(number, 3), proxy.total(*range(number))


def main():
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    proxy = xmlrpc.client.ServerProxy('http://127.0.0.1:%d' % port, allow_none=True, use_builtin_types=True)
    print(proxy.system.listMethods())
    values = [1, -2.5, 'text <&> é€', True, None, b'\x00\xff', [1, [2, ['x']]], {'a': 1, 'b': {'c': []}},
              datetime.datetime(2020, 1, 2, 3, 4, 5)]
    print([proxy.echo(value) == value for value in values])
    print(proxy.divide(7, 2))
    for call in (lambda: proxy.divide(1, 0), lambda: proxy.nothing(), lambda: proxy.echo(2**40)):
        try:
            print(call())
        except xmlrpc.client.Fault as fault:
            print(fault.faultCode, fault.faultString)
        except OverflowError as error:
            print(error)
    multi = xmlrpc.client.MultiCall(proxy)
    multi.power(2, 5)
    multi.divide(1, 4)
    print(list(multi()))
    with multiprocessing.Pool(2) as pool:
        print(pool.starmap(ask, [(port, n) for n in range(6)]))
    print(xmlrpc.client.dumps((1, 'a', [2.5]), 'method'))
    print(xmlrpc.client.loads(xmlrpc.client.dumps(({'k': [True]},), methodresponse=True)))
    server.terminate()
    server.join()
    print(server.exitcode)


if __name__ == '__main__':
    main()

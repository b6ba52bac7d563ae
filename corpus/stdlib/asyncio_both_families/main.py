# pymp: python=3
"""A server at one port of both IPv4 and IPv6, as `host=None` asks for; sockets that take both."""
import asyncio
import socket


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as s:
        return s.getsockname()[1]


async def answer(reader, writer):
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()


async def main():
    port = free_port()
    for host in None, '':
        server = await asyncio.start_server(answer, host, port)
        async with server:
            for target in ('127.0.0.1', '::1') if socket.has_dualstack_ipv6() else ('127.0.0.1',) * 2:
                reader, writer = await asyncio.open_connection(target, port)
                writer.write(b'text\n')
                print(await reader.read())
                writer.close()


asyncio.run(main())

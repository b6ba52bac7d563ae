# Pools of both kinds that an event loop hands its work to.
import asyncio, concurrent.futures, functools
async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as ex:
        print(await asyncio.gather(*[loop.run_in_executor(ex, functools.partial(pow, 2, i)) for i in range(3)]))
    with concurrent.futures.ProcessPoolExecutor(2) as ex:
        print(await asyncio.gather(*[loop.run_in_executor(ex, pow, 3, i) for i in range(3)]))


if __name__ == "__main__":
    asyncio.run(main())

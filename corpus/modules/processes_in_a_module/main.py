"""A module beside the script starts the processes; its functions run in them."""
import tasks

if __name__ == '__main__':
    print(tasks.run_all(['red', 'green', 'blue']))
    print(tasks.run_pool(range(6)))

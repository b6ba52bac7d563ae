/** `pymp run` in `pymp --help`. Its command line is parsed by `parseRun`, which stops at the program. */
import { Command, Option } from 'commander';

const USAGE = '[options] [FILE | -c CODE | -m MODULE | -] [ARGS…]';

export function describeRun(): Command {
  return new Command('run')
    .description('run a program')
    .usage(USAGE)
    .option('-c <code>', 'run this text')
    .option('-m <module>', 'run a module of the library or beside the program')
    .option('-u', 'write output at once')
    .addOption(new Option('--python <dialect>', '2, 3 or auto').default('auto'))
    .addOption(new Option('--start-method <method>', 'fork, spawn or forkserver'))
    .option('--stats', 'afterwards, say on stderr what each process did with its time');
}

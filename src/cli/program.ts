/** The command line by commander: help, usage errors, and the commands other than `run`. */
import { Command } from 'commander';
import { astCommand } from './ast.js';
import { checkCommand } from './check.js';
import { describeRun } from './describeRun.js';
import { lowerCommand } from './lower.js';
import { testCommand } from './test.js';

export function buildProgram(cliFile: string): Command {
  const program = new Command('pymp');
  program.description('Runs Python programs that use multiprocessing on worker threads, without Python.');
  program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  program.addCommand(describeRun());
  program.addCommand(testCommand(cliFile));
  program.addCommand(checkCommand());
  program.addCommand(lowerCommand());
  program.addCommand(astCommand());
  return program;
}

export { describeRun };

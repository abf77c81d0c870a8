import { runCommand } from './run-command';
import { terminal } from './terminal';
import { describeUnforeseen } from './unforeseen';

// Who reads only the beginning (| head) closes the pipe: that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await runCommand(process.argv.slice(2), terminal);
} catch (error) {
  terminal.err(`${describeUnforeseen(error)}\n`);
  process.exitCode = 2;
}

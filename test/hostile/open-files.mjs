/**
 * Opens the files named on the command line one after the other (those named *.entries.xlsx without their looks), and
 * says of each on a line of its own when it begins and how it ended.
 */
import { Socket } from 'node:net';
import { examineFile } from './examine-file';

// Nothing in a file may make us ask for anything.
Socket.prototype.connect = () => {
  throw new Error('a file led to the network');
};

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
for (const path of process.argv.slice(2)) {
  say({ path });
  const end = await examineFile(path, path.endsWith('.entries.xlsx')).catch((error) => ({ crash: String(error?.stack ?? error) }));
  say({ path, ...end });
}

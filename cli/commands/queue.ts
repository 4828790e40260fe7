/** The command `queue`. */
import { Command } from 'commander';
import type { QueueOptions, Wish } from '../queue/queue';

const EXAMPLES = `
Examples:
  mailspec queue --data mail                        what waits in the queue of \`mailspec serve --data mail\`, and why
  mailspec queue why 4be1f1a0c3d2e5f6-1 --data mail
  mailspec queue retry 4be1f1a0c3d2e5f6-1 --data mail
  mailspec queue retry other.test --data mail       everything that waits for a domain, or for a smarthost: "via mail.isp.test"
  mailspec queue retry --all --data mail
  mailspec queue remove 4be1f1a0c3d2e5f6-1 --data mail

A server that runs is asked by the socket in its folder, mail.sqlite-control, which is its user's alone; of one that is stopped the
file is read and written. A host that could not be reached is called by one message first: if it is still not there, the rest goes on
waiting. The sender of what is removed hears nothing.`;

/** @param act what does it and prints */
export function queueCommand(act: (wish: Wish, options: QueueOptions) => Promise<void>): Command {
  const queue = new Command('queue')
    .description('what waits for other servers in the bundled server: list, why, retry, remove')
    .requiredOption('--data <dir>', 'the folder that `mailspec serve --data` was given')
    .option('--json', 'for programs: one JSON object a line, times in milliseconds since 1970')
    .option('--profile <name>', 'the profile that a stopped server ran in: it decides when mail is given up')
    .addHelpText('after', EXAMPLES);
  const add = (name: string, description: string) => {
    const command = new Command(name).description(description).allowExcessArguments(false);
    queue.addCommand(command, { isDefault: name === 'list' });
    return command;
  };
  const options = () => queue.opts<QueueOptions>();
  add('list', 'every message: age, size, sender, and how it stands with each recipient').action(() =>
    act({ do: 'list' }, options()),
  );
  add('why', 'all that is known of one message')
    .argument('<id>', 'as the list and the Received field have it')
    .action((id: string) => act({ do: 'why', id }, options()));
  add('retry', 'try now what waits, whatever time it was to be tried at')
    .argument('[what]', 'the id of a message, or a destination')
    .option('--all', 'everything')
    .action((what: string | undefined, { all }: { all?: boolean }) => act({ do: 'retry', what, all }, options()));
  add('remove', 'take a message out of the queue, for good')
    .argument('<id>', 'as the list and the Received field have it')
    .action((id: string) => act({ do: 'remove', id }, options()));
  return queue;
}

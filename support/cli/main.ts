/** The command `mailspec`: which commands there are. What they do stands in commands/ and is loaded when it is asked for. */
import { Command } from 'commander';
import { explainCommand } from './commands/explain';
import { reportCommand } from './commands/report';
import { runCommand } from './commands/run';
import { endWith, guard } from './end';
import { packageVersion } from './version';

const program = new Command('mailspec')
  .description('the executable specification of Internet mail, played against any mail server')
  .version(packageVersion())
  .showHelpAfterError('(--help tells more)')
  .exitOverride();

for (const command of [
  runCommand(async (options) => {
    const { runSuite } = require('./run/run-suite') as typeof import('./run/run-suite');
    endWith(await runSuite(options));
  }),
  explainCommand((id) => {
    const { explain } = require('./explain') as typeof import('./explain');
    process.stdout.write(explain(id));
  }),
  reportCommand((folders, options) => {
    const { reportRuns } = require('./report/report-runs') as typeof import('./report/report-runs');
    endWith(reportRuns(folders, options));
  }),
]) {
  program.addCommand(command.copyInheritedSettings(program));
}

void guard(() => program.parseAsync());

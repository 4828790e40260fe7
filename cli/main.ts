/** The command `mailspec`: which commands there are. What they do stands in commands/ and is loaded when it is asked for. */
import { Command } from 'commander';
import { EXIT } from '../reports/verdict/exit-code';
import { diffCommand } from './commands/diff';
import { explainCommand } from './commands/explain';
import { gradeCommand } from './commands/grade';
import { initCommand } from './commands/init';
import { listCommand } from './commands/list';
import { probeCommand } from './commands/probe';
import { queueCommand } from './commands/queue';
import { reportCommand } from './commands/report';
import { runCommand } from './commands/run';
import { serveCommand } from './commands/serve';
import { soakCommand } from './commands/soak';
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
  explainCommand((id, { out }) => {
    const { explain } = require('./explain') as typeof import('./explain');
    process.stdout.write(explain(id, out));
  }),
  listCommand((kind) => {
    const { listOf } = require('./list') as typeof import('./list');
    process.stdout.write(listOf(kind));
  }),
  reportCommand((folders, options) => {
    const { reportRuns } = require('./report/report-runs') as typeof import('./report/report-runs');
    endWith(reportRuns(folders, options));
  }),
  gradeCommand(async (rubric, options) => {
    const { gradeSuite } = require('./grade/grade-suite') as typeof import('./grade/grade-suite');
    endWith(await gradeSuite(rubric, options));
  }),
  diffCommand((before, after) => {
    const { diffRuns } = require('./diff') as typeof import('./diff');
    endWith(diffRuns(before, after));
  }),
  serveCommand(async (options) => {
    const { serve } = require('./serve/serve') as typeof import('./serve/serve');
    await serve(options);
    endWith(EXIT.ok);
  }),
  queueCommand(async (wish, options) => {
    const { workOnQueue } = require('./queue/queue') as typeof import('./queue/queue');
    await workOnQueue(wish, options);
    endWith(EXIT.ok);
  }),
  probeCommand(async (options) => {
    const { probe } = require('./probe') as typeof import('./probe');
    endWith(await probe(options, (line) => void process.stdout.write(`${line}\n`)));
  }),
  soakCommand(async (options) => {
    const { soakTarget } = require('./soak/soak') as typeof import('./soak/soak');
    endWith(await soakTarget(options, (line) => void process.stdout.write(`${line}\n`)));
  }),
  initCommand(async (options) => {
    const { init } = require('./init/init') as typeof import('./init/init');
    await init(options, (line) => void process.stdout.write(`${line}\n`));
    endWith(EXIT.ok);
  }),
]) {
  for (const one of [command, ...command.commands]) one.copyInheritedSettings(program);
  program.addCommand(command);
}

void guard(() => program.parseAsync());

/** Nothing is known to be missing before what was sent after it has come: markers, which go the same way later. */
import { setTimeout as wait } from 'node:timers/promises';
import { bringAbout } from '../bring-about';
import { parseBehaviour } from '../outside/hosts/parse-behaviour';
import { awaitOutside, PAUSE } from './await-outside';
import { awaitDelivery, sameSubject } from './delivery';
import { arrivals } from './host-mail';
import { withCrlf } from './message';
import { PassingTime } from './passing-time';
import { bounce } from './sought';
import type { Stage } from './stage';
import { submit } from './submit';

/** A scenario may need several. */
let markers = 0;

/** What was to be handed on has been, or is not. @throws Blocked when the marker does not come */
export async function settleOutside(stage: Stage): Promise<void> {
  await letAllPass(stage);
  const world = await stage.elsewhere();
  const host = await world.marker();
  const marker = newMarker(stage, 'What was sent before this is there, or does not come.');
  await submit(stage, marker, `someone@${world.nameOf('marker')}`);
  const sought = sameSubject('marker', marker);
  await bringAbout('a message that was submitted after it', () =>
    awaitOutside(stage, () => arrivals(host, sought)[0], `the host of ${world.nameOf('marker')} has not taken it`),
  );
}

/**
 * What was to be told of messages that were handed in has been, or is not: alice has heard of one that came later and was refused.
 * @throws Blocked when she does not
 */
export async function settleReports(stage: Stage): Promise<void> {
  await letAllPass(stage);
  const world = await stage.elsewhere();
  if (!world.hasNames) return await settleOutside(stage);
  await (await world.host('the refusing host')).behave(parseBehaviour('RCPT with 550 5.1.1 no such user'));
  const address = `nobody-${++markers}@${world.nameOf('refused')}`;
  await submit(stage, newMarker(stage, 'This is refused, and the sender hears of it.'), address);
  await bringAbout(
    'a bounce of a message that was submitted after it',
    () => awaitDelivery(stage.target, stage.target.account('alice'), bounce(address), { time: stage.time }),
    'R5321-6.1-2',
  );
}

/** What is only put off, a second copy too, would come behind the marker. */
async function letAllPass({ time: itsTime }: Stage): Promise<void> {
  const time = new PassingTime(itsTime, itsTime.timing.delivery);
  while ((await time.pass()) === 'something' && time.left > 0) await wait(PAUSE);
}

function newMarker(stage: Stage, text: string): Buffer {
  const subject = `marker ${stage.id}-${++markers}`;
  const written = `From: <\${alice}>\nSubject: ${subject}\nDate: Tue, 5 Mar 2019 10:00:00 +0000\n\n${text}\n`;
  return withCrlf(stage.scope.expand(written).toString());
}

import { bringAbout } from '../bring-about';
import type { ProtocolName } from '../dialogue/dialogue';
import { parseDialogue } from '../dialogue/parse';
import { type PlayContext, playDialogue } from '../dialogue/play';
import { judgedBy } from '../judged-by';
import { blockedByDistrust } from '../trust';
import type { Rung } from './ladders';

/**
 * Plays rungs, which are written for connection 1, on a connection.
 * @throws Blocked that says which of them failed, and whose scenario judges it
 */
export async function climb(
  rungs: readonly Rung[],
  protocol: ProtocolName,
  number: number,
  context: PlayContext,
): Promise<void> {
  for (const { asks, dialogue } of rungs) {
    const written = number === 1 ? dialogue : dialogue.replace(/^([CS])/gm, `$1${number}`);
    const play = () =>
      playDialogue(parseDialogue(written, protocol), context).catch((error) => {
        throw blockedByDistrust(error);
      });
    await bringAbout(asks, play, judgedBy(protocol, asks));
  }
}

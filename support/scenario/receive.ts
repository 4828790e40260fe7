/** Who receives what: accounts of the target, and hosts elsewhere. */
import { NotApplicable } from '../outcome';
import { HOST_LABELS, type HostLabel } from '../outside/names';
import type { AccountName } from '../targets/target';
import { assertTaken, assertTakenTimes } from './arrivals';
import { assertDelivered, assertNotDelivered, awaitDelivery, type Sought, settleInbox } from './delivery';
import { settleReports } from './markers';
import { checkSameBody } from './received';
import { alternativesIn, soughtMail } from './sought';
import type { Stage } from './stage';

export type Reader = AccountName | HostLabel;

/** It arrives, so many times where a number is given, and a message that the scenario defined arrives with its body as it was. */
export async function assertReceives(stage: Stage, reader: Reader, mail: string, times?: number): Promise<void> {
  const either = alternativesIn(mail);
  if (either) return await assertReceivesOrReturned(stage, reader, either);
  const sought = soughtMail(stage, mail);
  if (!isHost(reader)) return await assertArrived(stage, reader, sought, times);
  if (times === undefined) await assertTaken(stage, reader, sought);
  else await assertTakenTimes(stage, reader, sought, times);
}

/** Where it is returned, there is nothing more to ask: the scenario is over. */
async function assertReceivesOrReturned(
  stage: Stage,
  reader: Reader,
  { message, bounce }: { message: string; bounce: string },
): Promise<void> {
  try {
    await assertReceives(stage, reader, message);
  } catch (missing) {
    await assertReceives(stage, 'alice', bounce).catch((none) => {
      throw none instanceof NotApplicable ? none : missing;
    });
    stage.over = true;
  }
}

/** It has not arrived when what was sent later has. */
export async function assertDoesNotReceive(stage: Stage, reader: Reader, mail: string): Promise<void> {
  const sought = soughtMail(stage, mail);
  if (isHost(reader)) return await assertTakenTimes(stage, reader, sought, 0);
  const account = stage.target.account(reader);
  await assertNotDelivered(stage.target, account, sought, settling(stage, reader, sought));
}

async function assertArrived(stage: Stage, name: AccountName, sought: Sought, times?: number): Promise<void> {
  const { target, time } = stage;
  const account = target.account(name);
  const found =
    times === undefined
      ? await awaitDelivery(target, account, sought, { time })
      : await assertDelivered(target, account, sought, { times, time, settle: settling(stage, name, sought) });
  stage.received = found.at(-1);
  if (sought.sent) for (const message of found) checkSameBody(message, sought.sent);
}

function settling(stage: Stage, name: AccountName, { automatic }: Sought): () => Promise<void> {
  if (automatic) return () => settleReports(stage);
  return () => settleInbox(stage.target, stage.target.account(name), stage.id);
}

function isHost(reader: Reader): reader is HostLabel {
  return HOST_LABELS.some((label) => label === reader);
}

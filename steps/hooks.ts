/** Before and after each scenario: a stage on the target, in the profile that the tags ask for; the transcript. */
import { After, AfterAll, Before, BeforeStep, Status } from '@cucumber/cucumber';
import { OUTCOME_MEDIA_TYPE, TESTIMONY_MEDIA_TYPE, TRANSCRIPT_MEDIA_TYPE } from '../support/outcome';
import { readJob } from '../support/run/job';
import { House } from '../support/scenario/house';
import { attachOutcome } from './vocabulary';
import type { MailWorld } from './world';

const house = new House(readJob);

Before(async function (this: MailWorld, { pickle }) {
  this.began = Date.now();
  this.witness = house.witness;
  try {
    this.stage = await house.stage(pickle.tags.map(({ name }) => name));
  } catch (error) {
    return attachOutcome(this, error);
  }
});

// A step is given the text of its doc string, and neither the media type that says how to frame it nor its own words.
BeforeStep(function (this: MailWorld, { pickleStep }) {
  this.words = pickleStep.text;
  this.mediaType = pickleStep.argument?.docString?.mediaType ?? '';
});

After(async function (this: MailWorld, { result }) {
  const transcript = this.stage?.transcript.toString() ?? '';
  if (transcript !== '') this.attach(transcript, TRANSCRIPT_MEDIA_TYPE);
  await this.stage?.close();
  const testimony = this.stage && house.testimony(this.stage);
  if (testimony) this.attach(JSON.stringify(testimony), TESTIMONY_MEDIA_TYPE);
  for (const breach of house.breaches()) this.attach(JSON.stringify(breach), OUTCOME_MEDIA_TYPE);
  const fate = await house.fate({
    began: this.began,
    passed: result?.status !== Status.FAILED,
    reached: transcript !== '',
  });
  if (fate) this.attach(JSON.stringify(fate.outcome()), OUTCOME_MEDIA_TYPE);
});

AfterAll(() => house.close());

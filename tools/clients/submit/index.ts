/** Independent submitters: over STARTTLS and implicit TLS, with each mechanism that they know; and what they say to a refusal. */
import assert from 'node:assert/strict';
import type { Client } from '../client';
import { assertDelivered } from '../judge';
import { curl } from './curl';
import { msmtp } from './msmtp';
import { neomutt } from './neomutt';
import { nodemailer } from './nodemailer';
import { sNail } from './s-nail';
import { smtplib } from './smtplib';
import type { Submitter, Way } from './submitter';
import { swaks } from './swaks';

const SUBMITTERS: readonly Submitter[] = [swaks, msmtp, curl, nodemailer, smtplib, sNail, neomutt];
const WAYS: readonly Way[] = ['STARTTLS', 'implicit TLS'];

export const submitters: Client[] = SUBMITTERS.flatMap((submitter) => [
  // The way and the mechanism have nothing to do with each other: both ways come in turn.
  ...submitter.mechanisms.map((mechanism, place) => submits(submitter, WAYS[place % 2]!, mechanism)),
  ...WAYS.map((way) => isRefused(submitter, way)),
]);

function submits({ name, programs, submit }: Submitter, way: Way, mechanism: string): Client {
  return {
    name: `${name} submits over ${way} with ${mechanism}`,
    programs,
    async use(setting) {
      await submit(setting, { way, mechanism, password: setting.sender.password, to: setting.account.address });
      assertDelivered(setting);
    },
  };
}

/** The code of RFC 4954 §6 or its words must come to the eyes of whoever sits there. */
function isRefused({ name, programs, mechanisms, submit }: Submitter, way: Way): Client {
  return {
    name: `${name} says over ${way} that the password is wrong`,
    programs,
    async use(setting) {
      const submission = { way, mechanism: mechanisms[0]!, password: 'wrong', to: setting.account.address };
      await assert.rejects(submit(setting, submission), /\b535\b|authentication failed|login denied/i);
      assertDelivered(setting, 0);
    },
  };
}

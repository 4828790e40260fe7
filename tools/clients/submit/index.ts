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
import { type Submitter, takesToken, type Way } from './submitter';
import { swaks } from './swaks';

const SUBMITTERS: readonly Submitter[] = [swaks, msmtp, curl, nodemailer, smtplib, sNail, neomutt];
const WAYS: readonly Way[] = ['STARTTLS', 'implicit TLS'];

/** s-nail shows only the challenge that RFC 7628 §3.2.3 ends with, neomutt only that it knows no other mechanism. */
const TELL_OF_TOKENS: readonly Submitter[] = [msmtp, curl, nodemailer, smtplib];

export const submitters: Client[] = [...SUBMITTERS.flatMap(clientsOf), ...TELL_OF_TOKENS.flatMap(withWrongToken)];

function clientsOf(submitter: Submitter): Client[] {
  return [
    // The way and the mechanism have nothing to do with each other: both ways come in turn.
    ...submitter.mechanisms.map((mechanism, place) => submits(submitter, WAYS[place % 2]!, mechanism)),
    ...WAYS.map((way) => isRefused(submitter, way, submitter.mechanisms[0]!)),
  ];
}

function withWrongToken(submitter: Submitter): Client[] {
  return submitter.mechanisms.filter(takesToken).map((mechanism) => isRefused(submitter, 'STARTTLS', mechanism));
}

function submits({ name, programs, submit }: Submitter, way: Way, mechanism: string): Client {
  return {
    name: `${name} submits over ${way} with ${mechanism}`,
    programs,
    async use(setting) {
      const { account, sender } = setting;
      const secret = takesToken(mechanism) ? sender.token : sender.password;
      await submit(setting, { way, mechanism, secret, to: account.address });
      assertDelivered(setting);
    },
  };
}

/** The code of RFC 4954 §6 or its words must come to the eyes of whoever sits there. */
function isRefused({ name, programs, submit }: Submitter, way: Way, mechanism: string): Client {
  return {
    name: `${name} says over ${way} that the ${takesToken(mechanism) ? `token for ${mechanism}` : 'password'} is wrong`,
    programs,
    async use(setting) {
      const submission = { way, mechanism, secret: 'wrong', to: setting.account.address };
      await assert.rejects(submit(setting, submission), /\b535\b|authentication failed|login denied/i);
      assertDelivered(setting, 0);
    },
  };
}

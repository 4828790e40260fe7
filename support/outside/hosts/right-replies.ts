/** What a right server answers a command with, where it comes: RFC 5321 §4.3.2. It takes mail from and for everybody. */
import { type Command, readEnvelope } from './command-line';
import { forbids, keywordOf, type Offers } from './extensions';
import type { Recorder } from './recorder';
import { textOf } from './replies';

export type Right = [code: string, ...lines: string[]];

export interface Place {
  name: string;
  /** What EHLO offers now. */
  offers: Offers;
  /** What has been said and heard. */
  recorder: Recorder;
  demandsLogin: boolean;
}

type Answer = (command: Command, place: Place) => Right;

const say = (code: string, text = textOf(code)): Right => [code, text];
const OUT_OF_ORDER = say('503');

const ANSWERS: Readonly<Record<string, Answer>> = {
  EHLO: ({ argument }, { name, offers }) =>
    argument === '' ? say('501') : ['250', name, ...[...offers].map((words) => words.join(' ').trim())],
  HELO: ({ argument }, { name }) => (argument === '' ? say('501') : ['250', name]),
  MAIL: ({ argument }, { recorder, demandsLogin }) => {
    if (recorder.session.hello === undefined || recorder.transaction !== undefined) return OUT_OF_ORDER;
    if (demandsLogin && recorder.session.user === undefined) return say('530', '5.7.0 log in first');
    return envelope(argument, 'FROM', recorder.offers) ?? say('250', '2.1.0 ok');
  },
  RCPT: ({ argument }, { recorder }) => {
    if (recorder.transaction === undefined) return OUT_OF_ORDER;
    return envelope(argument, 'TO', recorder.offers) ?? say('250', '2.1.5 ok');
  },
  DATA: (_, { recorder: { transaction } }) => {
    if (transaction === undefined) return OUT_OF_ORDER;
    const some = transaction.recipients.some(({ reply }) => reply.code >= 200 && reply.code < 300);
    return some ? say('354') : say('554', '5.5.1 no valid recipients');
  },
  STARTTLS: (_, { recorder }) => (recorder.offers.has('STARTTLS') ? say('220') : say('502')),
  AUTH: (_, { recorder }) => (recorder.offers.has('AUTH') ? say('235') : say('502')),
  RSET: () => say('250'),
  NOOP: () => say('250'),
  VRFY: () => say('252'),
  HELP: () => say('214', '2.0.0 see RFC 5321'),
  QUIT: () => say('221'),
};

export function rightReply(command: Command, place: Place): Right {
  const answer = Object.hasOwn(ANSWERS, command.verb) ? ANSWERS[command.verb] : undefined;
  return answer?.(command, place) ?? say('500');
}

/** RFC 1870 §6.1 (3): content that is larger than was offered. A limit of 0, or none, is no limit. */
export function tooLarge(octets: number, offers: Offers): boolean {
  const limit = Number(offers.get('SIZE') || 0);
  return limit > 0 && octets > limit;
}

function envelope(argument: string, word: 'FROM' | 'TO', offers: Offers): Right | undefined {
  const read = readEnvelope(argument, word);
  if (read === undefined) return say('501');
  if (read.parameters.some((parameter) => forbids(parameter, offers) !== undefined)) return say('555');
  const size = read.parameters.find((parameter) => keywordOf(parameter) === 'SIZE')?.slice('SIZE='.length);
  return tooLarge(Number(size ?? 0), offers) ? say('552') : undefined;
}

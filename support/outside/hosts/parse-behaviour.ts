/**
 * The language of behaviours: `RCPT with 451 two times, then all; offers no PIPELINING`. It is closed; what it does not know it refuses, and
 * says what there is.
 */
import { type Act, type Behaviour, type Certificate, MOMENTS, type Phase, type Reaction, RIGHT } from './behaviour';

/** A behaviour that nobody understands: the scenario's fault. */
export class BehaviourError extends Error {
  constructor(text: string, why: string) {
    super(`“${text}” is no behaviour of a host: ${why}`);
    this.name = 'BehaviourError';
  }
}

const ACTS = ['garbage', 'an endless line', 'silence', 'a closed connection', 'a reset connection'] as const;
const NUMBERS: readonly string[] = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
/** What may stand behind `offers`: those that a host can do. */
const KEYWORDS: readonly string[] = [...RIGHT.offers.keys(), 'STARTTLS', 'AUTH', 'DELIVERBY', 'REQUIRETLS'];
const CERTIFICATES: Readonly<Record<string, Certificate>> = {
  'a good certificate': 'good',
  'an expired certificate': 'expired',
  'a certificate for another name': 'for another name',
  'a certificate of its own': 'of its own',
};
const STRIPPED = 'TLS that is stripped';
const OLD = 'no TLS newer than 1.1';
/** What `offers AUTH` means without more: RFC 4616, and the LOGIN that many still speak. */
const MECHANISMS = 'PLAIN LOGIN';

const WITH = new RegExp(`^(?:(${MOMENTS.join('|')})|RCPT of (\\S+)) with (.+)$`);
const REPLY = /^([2-5]\d\d)(?: (.+))?$/;
const TIMES = new RegExp(`^(.+) (${NUMBERS.slice(1).join('|')}|\\d+) times?$`);
const AFTER = /^(.+) after (\d+) ?(ms|s)$/;

const FORMS = [
  'all',
  'refuses connections',
  'never answers',
  `<what> with <reply> (what: ${MOMENTS.join(', ')}, RCPT of carol; reply: 451, 550 5.1.1 no such user, ${ACTS.join(', ')}; behind it “and closes”, “and keeps silent”, “after 2s”, “two times, then …”)`,
  `offers … or offers no … (${KEYWORDS.join(', ')}), offers nothing; behind it “within TLS”`,
  'demands a login',
  'hands everything to <address>',
  `has … (${[...Object.keys(CERTIFICATES), STRIPPED, OLD].join(', ')})`,
].join('; ');

/** @throws BehaviourError that says what there is */
export function parseBehaviour(text: string): Behaviour {
  const parts = text.split(';').map((part) => part.trim());
  const parsed = parts.reduce((behaviour, part) => parsePart(behaviour, part), RIGHT);
  return { ...offering(parsed), text };
}

function parsePart(behaviour: Behaviour, part: string): Behaviour {
  if (part === 'all') return behaviour;
  if (part === 'refuses connections') return { ...behaviour, listens: false };
  if (part === 'demands a login') return { ...behaviour, demandsLogin: true };
  const [, handsTo] = /^hands everything to (\S+)$/.exec(part) ?? [];
  if (handsTo !== undefined) return { ...behaviour, handsTo };
  const [word, ...rest] = part.split(' ');
  const [, within] = /^(offers .+) within TLS$/.exec(part) ?? [];
  if (within !== undefined)
    return { ...behaviour, offersWithin: parseOffer(RIGHT.offers, within.split(' ').slice(1), part) };
  if (word === 'offers') return { ...behaviour, offers: parseOffer(behaviour.offers, rest, part) };
  if (word === 'has') return parseTls(behaviour, rest.join(' '), part);
  return { ...behaviour, phases: [...behaviour.phases, parsePhases(part)] };
}

/** Who is told how to answer STARTTLS or AUTH, or what certificate to show, offers it. */
function offering(behaviour: Behaviour): Behaviour {
  const offers = new Map(behaviour.offers);
  const answers = behaviour.phases.flat().map(({ moment }) => moment);
  if (answers.includes('STARTTLS') || behaviour.certificate !== 'good' || behaviour.stripped || behaviour.oldTls)
    offers.set('STARTTLS', '');
  if ((answers.includes('AUTH') || behaviour.demandsLogin) && !offers.has('AUTH')) offers.set('AUTH', MECHANISMS);
  return { ...behaviour, offers };
}

function parseOffer(offers: Behaviour['offers'], [first = '', ...rest]: string[], part: string) {
  if (first === 'nothing' && rest.length === 0) return new Map<string, string>();
  const no = first === 'no';
  const keyword = (no ? rest.shift() : first)?.toUpperCase() ?? '';
  if (!KEYWORDS.includes(keyword))
    throw new BehaviourError(part, `a host can offer ${KEYWORDS.join(', ')}, or nothing`);
  const changed = new Map(offers);
  if (no) changed.delete(keyword);
  // RFC 6531 §3.1: SMTPUTF8 is never without it, and a client may take the one for both.
  if (no && keyword === '8BITMIME') changed.delete('SMTPUTF8');
  if (!no) changed.set(keyword, rest.join(' ') || (keyword === 'AUTH' ? MECHANISMS : ''));
  return changed;
}

function parseTls(behaviour: Behaviour, what: string, part: string): Behaviour {
  const offers = new Map(behaviour.offers).set('STARTTLS', '');
  if (what === STRIPPED) return { ...behaviour, offers, stripped: true };
  if (what === OLD) return { ...behaviour, offers, oldTls: true };
  const [, certified] = /^a certificate for (\S*[.]\S+)$/.exec(what) ?? [];
  if (certified !== undefined) return { ...behaviour, offers, certified };
  const certificate = Object.hasOwn(CERTIFICATES, what) ? CERTIFICATES[what] : undefined;
  if (certificate === undefined)
    throw new BehaviourError(part, `a host has ${[...Object.keys(CERTIFICATES), STRIPPED, OLD].join(', ')}`);
  return { ...behaviour, offers, certificate };
}

function parsePhases(part: string): Phase[] {
  const texts = part.split(', then ');
  const phases = texts.map((text, n) => parsePhase(text, n === texts.length - 1, part));
  // `all` is said of the moment that was spoken of before.
  return phases.map((phase, n) => phase ?? { ...phases[n - 1]!, reaction: undefined, times: Number.POSITIVE_INFINITY });
}

function parsePhase(text: string, last: boolean, part: string): Phase | undefined {
  if (text === 'all' && last) return undefined;
  const [, counted, number] = TIMES.exec(text) ?? [];
  if (last === (number !== undefined))
    throw new BehaviourError(
      part,
      last ? 'after “two times” comes “, then …”' : 'before “, then” comes how many times',
    );
  const times = number === undefined ? Number.POSITIVE_INFINITY : countOf(number);
  const what = counted ?? text;
  if (what === 'never answers')
    return { moment: 'the greeting', reaction: { act: { kind: 'silence' }, closes: false, after: 0 }, times };
  const [, moment = 'RCPT', of, reply] = WITH.exec(what) ?? [];
  if (reply === undefined) throw new BehaviourError(part, `there are ${FORMS}`);
  return {
    moment: moment as Phase['moment'],
    ...(of === undefined ? {} : { of }),
    reaction: parseReaction(reply, part),
    times,
  };
}

function countOf(number: string): number {
  return /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number);
}

function parseReaction(text: string, part: string): Reaction {
  const [, before = text, number, unit] = AFTER.exec(text) ?? [];
  const after = number === undefined ? 0 : Number(number) * (unit === 's' ? 1000 : 1);
  const [, said = before, ending] = /^(.+) and (closes|keeps silent)$/.exec(before) ?? [];
  const silent = ending === 'keeps silent' ? { keepsSilent: true as const } : {};
  return { act: parseAct(said, part), closes: ending === 'closes', after, ...silent };
}

function parseAct(text: string, part: string): Act {
  const kind = ACTS.find((each) => each === text);
  if (kind !== undefined) return { kind };
  const [, code, words = ''] = REPLY.exec(text) ?? [];
  if (code === undefined)
    throw new BehaviourError(
      part,
      `“${text}” is no reply; there are codes, with or without text, and ${ACTS.join(', ')}`,
    );
  return { kind: 'reply', code, text: words };
}

import { DialogueError } from '../../../support/dialogue/errors';
import { parseDialogue } from '../../../support/dialogue/parse';
import { BehaviourError, parseBehaviour } from '../../../support/outside/hosts/parse-behaviour';
import { mutated } from '../grammar/mutate';
import { behaviour, dialogue, WORDS } from '../grammar/notation';
import { stateless, taken } from '../subject';

const PROTOCOLS = ['smtp', 'lmtp', 'pop3', 'imap'];

export const dialogues = stateless(
  'suite-dialogue',
  'dialogues of every protocol, of either side: parsed, or a DialogueError',
  mutated(dialogue, WORDS),
  (octets) => {
    const text = octets.toString('utf8');
    for (const protocol of PROTOCOLS) taken([DialogueError], () => parseDialogue(text, protocol));
    taken([DialogueError], () => parseDialogue(text, 'smtp', 'server'));
  },
);

export const behaviours = stateless(
  'suite-behaviour',
  'behaviours of hosts: parsed, or a BehaviourError',
  mutated(behaviour, WORDS),
  (octets) => {
    taken([BehaviourError], () => parseBehaviour(octets.toString('utf8')));
  },
);

import * as content from './server/content';
import * as answers from './server/dns';
import * as header from './server/header';
import * as imap from './server/imap';
import * as mime from './server/mime';
import * as pop3 from './server/pop3';
import * as sasl from './server/sasl';
import * as signed from './server/signed';
import * as smtp from './server/smtp';
import * as sessions from './sessions/sessions';
import type { Subject } from './subject';
import * as dns from './suite/dns';
import * as framing from './suite/framing';
import * as notation from './suite/notation';
import * as report from './suite/report';

/** All that is fuzzed: what the bundled server reads, then what the suite reads. */
export const SUBJECTS: readonly Subject[] = [
  content,
  answers,
  header,
  imap,
  mime,
  pop3,
  sasl,
  signed,
  smtp,
  sessions,
  framing,
  notation,
  report,
  dns,
].flatMap((file) => Object.values(file) as Subject[]);

export function subjectNamed(wanted: string): Subject {
  const subject = SUBJECTS.find(({ name }) => name === wanted);
  if (!subject) throw new Error(`nothing is named ${wanted}`);
  return subject;
}

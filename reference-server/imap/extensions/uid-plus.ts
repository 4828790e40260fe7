import { uidExpunge } from '../commands/expunge';
import type { Extension } from '../extension';
import { formatOrdered } from '../syntax/sequence-set';
import { loggedIn } from './states';

export const uidPlus: Extension = {
  name: 'UIDPLUS',
  rfc: '4315',
  shows: loggedIn,
  commands: { 'UID EXPUNGE': uidExpunge },
  // RFC 4315 §3.
  codes: {
    appended: ({ uidValidity, uids }) => `APPENDUID ${uidValidity} ${formatOrdered(uids)}`,
    copied({ uidValidity, uids }) {
      const [from, to] = [uids.map(([uid]) => uid), uids.map(([, uid]) => uid)];
      return `COPYUID ${uidValidity} ${formatOrdered(from)} ${formatOrdered(to)}`;
    },
  },
};

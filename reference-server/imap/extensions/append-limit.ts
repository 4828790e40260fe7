import type { Extension } from '../extension';
import type { Session } from '../session';
import { loggedIn } from './states';

const most = ({ context }: Session) => context.limits.messageSize;

export const appendLimit: Extension = {
  name: 'APPENDLIMIT',
  rfc: '7889',
  shows: loggedIn,
  words: (session) => [`APPENDLIMIT=${most(session)}`],
  // RFC 7889 §5.
  status: { APPENDLIMIT: most },
};

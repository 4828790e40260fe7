import { sort as command } from '../commands/sort';
import type { Extension } from '../extension';
import { CRITERIA } from '../order/sort';
import { loggedIn } from './states';

export const sort: Extension = {
  name: 'SORT',
  rfc: '5256',
  shows: loggedIn,
  commands: { SORT: command, 'UID SORT': command },
  sort: CRITERIA,
};

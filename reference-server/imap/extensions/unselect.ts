import { unselect as run } from '../commands/close';
import type { Extension } from '../extension';
import { loggedIn } from './states';

export const unselect: Extension = { name: 'UNSELECT', rfc: '3691', shows: loggedIn, commands: { UNSELECT: run } };

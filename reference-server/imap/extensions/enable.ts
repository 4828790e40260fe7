import { enable as run } from '../commands/enable';
import type { Extension } from '../extension';

export const enable: Extension = { name: 'ENABLE', rfc: '5161', commands: { ENABLE: run } };

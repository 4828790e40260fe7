import { join } from 'node:path';
import { packageRoot } from '../../support/package-root';

/** Made for these messages alone, and worth nothing. */
export const KEYS = join(packageRoot(), 'tools/protected/keys');

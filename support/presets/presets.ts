import { insteadOf } from '../targets/nearest';
import { UsageError } from '../targets/usage-error';
import { aiosmtpd } from './aiosmtpd/aiosmtpd';
import { ciderwebmail } from './ciderwebmail/ciderwebmail';
import { courier } from './courier/courier';
import { cyrus } from './cyrus/cyrus';
import { dovecot, dovecotTls } from './dovecot/dovecot';
import { exim } from './exim/exim';
import { greenmail } from './greenmail/greenmail';
import { haraka } from './haraka/haraka';
import { maddy } from './maddy/maddy';
import { mailutils } from './mailutils/mailutils';
import { opensmtpd } from './opensmtpd/opensmtpd';
import { postfix, postfixAuth } from './postfix/postfix';
import type { Preset, PresetOptions, StartedPreset } from './preset';
import { roundcube } from './roundcube/roundcube';
import { smtpServer } from './smtp-server/smtp-server';

const PRESETS: Readonly<Record<string, Preset>> = {
  postfix,
  'postfix-auth': postfixAuth,
  dovecot,
  'dovecot-tls': dovecotTls,
  mailutils,
  'smtp-server': smtpServer,
  exim,
  aiosmtpd,
  cyrus,
  courier,
  opensmtpd,
  haraka,
  greenmail,
  maddy,
  roundcube,
  ciderwebmail,
};

export const PRESET_NAMES: readonly string[] = Object.keys(PRESETS);

/** Sets up the preset of that name. @throws UsageError `no-preset` */
export async function startPreset(name: string, options: PresetOptions): Promise<StartedPreset> {
  const preset = PRESETS[name];
  if (!preset) {
    const instead = insteadOf(name, PRESET_NAMES, `there are ${PRESET_NAMES.join(', ')}`);
    throw new UsageError('no-preset', `there is no preset ${name}; ${instead}`);
  }
  return await preset(options);
}

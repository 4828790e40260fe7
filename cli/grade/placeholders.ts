/** What was drawn for a submission, put where its command, its environment and the rubric's target ask for it. */
import { insteadOf } from '../../support/targets/nearest';
import { UsageError } from '../../support/targets/usage-error';

/** These are filled in where a mailbox is looked for, account by account. */
const LATER = ['user', 'address', 'local'];

export type Values = Readonly<Record<string, string>>;

/** `{port.smtp}` → `2525`. @throws UsageError for a name that is not there */
export function fillIn(template: string, values: Values): string {
  return template.replace(/\{([a-z][a-z0-9.-]*)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value !== undefined) return value;
    if (LATER.includes(name)) return whole;
    const known = Object.keys(values);
    const instead = insteadOf(name, known, `there are ${known.map((one) => `{${one}}`).join(', ')}`);
    throw new UsageError('no-placeholder', `nothing stands for {${name}}: ${instead}`);
  });
}

/** The same in every text of a document. */
export function fillInAll(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return fillIn(value, values);
  if (Array.isArray(value)) return value.map((one) => fillInAll(one, values));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillInAll(one, values)]));
  return value;
}

/** `port.smtp` → `MAIL_SMTP_PORT`: for who reads the environment instead. */
export function environmentOf(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [variableOf(name), value]));
}

function variableOf(name: string): string {
  const [first, second] = name.split('.');
  return ['MAIL', second, first]
    .filter((part) => part !== undefined)
    .join('_')
    .toUpperCase()
    .replaceAll('-', '_');
}

/** What a soak has found, for people. */
import type { Requirement } from '../../reports/verdict/requirements';
import type { Finding } from '../../support/soak/finding';
import type { Step } from '../../support/soak/step';

interface Told {
  steps: readonly Step[];
  dialogue: readonly string[];
  /** A sentence more. */
  more: string;
  requirement: Requirement | undefined;
}

/** The disagreement, with the sentence that it breaks and the dialogue. */
export function foundLines(
  { kind, says, detail, requirement: id }: Finding,
  { steps, dialogue, more, requirement }: Told,
): string[] {
  return [
    '',
    `${requirement?.level ?? 'MUST'} ${id}: ${requirement?.says ?? 'a rule of the session'}`,
    `  ${says} (${kind})`,
    ...detail.filter((line) => line !== '').map((line) => `    ${line}`),
    '',
    `after ${steps.length === 1 ? 'one step' : `${steps.length} steps`}.${more === '' ? '' : ` ${more}`}`,
    'Each connection is a session of one user that has logged in; the mailboxes are empty. The last answer is what a right server gives:',
    '',
    ...dialogue.map((line) => `    ${line}`),
    '',
  ];
}

/** What did not end it, a line each. */
export function notedLines(
  noted: readonly { finding: Finding; times: number }[],
  requirements: ReadonlyMap<string, Requirement>,
): string[] {
  return noted.map(({ finding: { kind, requirement: id, says }, times }) => {
    const level = requirements.get(id)?.level ?? 'MUST';
    return `noted ${times} ${times === 1 ? 'time' : 'times'} (${kind}, ${level} ${id}): ${says}`;
  });
}

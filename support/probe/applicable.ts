/** Which scenarios would be played against a target, and why the others would not. */
import { NotApplicable } from '../outcome';
import { checkNeeds } from '../scenario/needs';
import type { Target } from '../targets/target';

export interface Applicable {
  applicable: number;
  /** How many scenarios each reason leaves out. */
  leftOut: Map<string, number>;
}

/** @param scenarios the tags of each */
export async function findApplicable(target: Target, scenarios: readonly { tags: string[] }[]): Promise<Applicable> {
  const leftOut = new Map<string, number>();
  let applicable = 0;
  for (const { tags } of scenarios) {
    const reason = await whyNot(target, tags);
    if (reason === undefined) applicable++;
    else leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  return { applicable, leftOut };
}

async function whyNot(target: Target, tags: string[]): Promise<string | undefined> {
  const profile = tags.find((tag) => tag.startsWith('@profile-'))?.slice('@profile-'.length);
  if (profile !== undefined && !target.profiles.includes(profile)) return `needs the profile ${profile}`;
  try {
    await checkNeeds(target, tags);
    return undefined;
  } catch (error) {
    if (error instanceof NotApplicable) return error.reason;
    throw error;
  }
}

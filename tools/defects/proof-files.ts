/**
 * The proof files: beside each list of mistakes stands what each of them was seen to turn red, by scenario id. Written by
 * `npm run test:defects -- --update`, reviewed as a diff.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { stringify } from 'yaml';
import { LISTS } from '../../defects';

/** Mistake → ids of the scenarios that it turns red. */
export type Proofs = Record<string, readonly string[]>;

const HEAD =
  '# What each mistake was seen to turn red. Written by `npm run test:defects -- --update`; read its diff.\n\n';

/** `defects/smtp/order.proof.yaml` for the list `smtp/order`. */
export function proofPath(root: string, list: string): string {
  return join(root, 'defects', `${list}.proof.yaml`);
}

/** What is written beside one list; nothing where there is no file yet. */
export function readProofs(root: string, list: string): Proofs {
  const path = proofPath(root, list);
  return existsSync(path) ? ((load(readFileSync(path, 'utf8')) ?? {}) as Proofs) : {};
}

export function readAllProofs(root: string): Proofs {
  return Object.assign({}, ...Object.keys(LISTS).map((list) => readProofs(root, list)));
}

/**
 * Puts what was seen of some mistakes into the files of their lists, in the lists' order; what is not in a list any more goes.
 * @param order the ids of all scenarios, in the order of the specification
 */
export function updateProofs(root: string, seen: Proofs, order: readonly string[]): void {
  const rank = new Map(order.map((id, index) => [id, index]));
  for (const [list, defects] of Object.entries(LISTS)) {
    if (!defects.some(({ name }) => seen[name])) continue;
    const before = readProofs(root, list);
    const after = defects.flatMap(({ name }): Array<[string, readonly string[]]> => {
      const ids = seen[name] ?? before[name];
      return ids ? [[name, [...ids].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))]] : [];
    });
    writeFileSync(proofPath(root, list), proofText(Object.fromEntries(after)));
  }
}

export function proofText(proofs: Proofs): string {
  return HEAD + stringify(proofs, { lineWidth: 0 });
}

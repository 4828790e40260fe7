/**
 * Scenarios against mistakes, both ways: every mistake has a proof that lists scenarios which are there, and every scenario was turned
 * red by some mistake, or `defects/unproved.yaml` says how else it was seen to fail.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { LISTS } from '../../defects';
import { type Proofs, readProofs } from '../defects/proof-files';
import { readScenarios } from '../scenarios';
import type { Finding } from './finding';

const UNPROVED = 'defects/unproved.yaml';

export function checkProofs(root: string): Finding[] {
  const ids = readScenarios(root).map(({ id }) => id);
  const lists = Object.entries(LISTS).map(([list, defects]) => ({
    at: `defects/${list}.proof.yaml`,
    names: defects.map(({ name }) => name),
    proofs: readProofs(root, list),
  }));
  const proved = new Set(lists.flatMap(({ proofs }) => Object.values(proofs).flat()));
  return [
    ...lists.flatMap(({ at, names, proofs }) => proofFaults(names, proofs, ids).map((message) => ({ at, message }))),
    ...reasonFaults(readReasons(root), proved, ids).map((message) => ({ at: UNPROVED, message })),
  ];
}

/** What is wrong with the proofs beside one list. */
export function proofFaults(names: readonly string[], proofs: Proofs, ids: readonly string[]): string[] {
  const known = new Set(ids);
  return [
    ...names
      .filter((name) => !proofs[name]?.length)
      .map((name) => `${name} has no proof: npm run test:defects -- --update ${name}`),
    ...Object.keys(proofs)
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is on no list`),
    ...Object.entries(proofs).flatMap(([name, listed]) =>
      listed.filter((id) => !known.has(id)).map((id) => `${name} lists ${id}, which is no scenario`),
    ),
  ];
}

/** What is wrong with the reasons for scenarios that no mistake turns red. */
export function reasonFaults(
  reasons: Record<string, string>,
  proved: ReadonlySet<string>,
  ids: readonly string[],
): string[] {
  const known = new Set(ids);
  return [
    ...ids
      .filter((id) => !proved.has(id) && !reasons[id])
      .map((id) => `${id} was never seen to fail: add a mistake that turns it red, or say here how it was seen`),
    ...Object.keys(reasons)
      .filter((id) => !known.has(id))
      .map((id) => `${id} is no scenario`),
    ...Object.keys(reasons)
      .filter((id) => proved.has(id))
      .map((id) => `${id} is turned red by a mistake: its reason can go`),
  ];
}

function readReasons(root: string): Record<string, string> {
  const path = join(root, UNPROVED);
  return existsSync(path) ? ((load(readFileSync(path, 'utf8')) ?? {}) as Record<string, string>) : {};
}

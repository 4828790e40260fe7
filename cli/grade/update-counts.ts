/** `--update`: writes into a rubric how many scenarios each stage selects, and changes nothing else in it. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Planned } from './plan-stages';

export function updateCounts(text: string, planned: readonly Planned[]): string {
  const stages = parseDocument(text).get('stages');
  if (!isSeq(stages)) return text;
  const changes = stages.items.flatMap((item) => {
    if (!isMap(item)) return [];
    const count = planned.find(({ stage }) => stage.id === item.get('id'))?.scenarios.length;
    const node = item.get('scenarios', true);
    return isScalar(node) && node.range && count !== undefined ? [{ at: node.range, count }] : [];
  });
  // From the end, so that the places of the others stay where they are.
  return changes.reduceRight((now, { at: [start, end], count }) => now.slice(0, start) + count + now.slice(end), text);
}

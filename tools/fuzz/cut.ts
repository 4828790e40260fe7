/** The octets in up to eight pieces, the same each time: where they are cut follows from what they are. */
export function cut(octets: Buffer): Buffer[] {
  let state = octets.length;
  for (let at = 0; at < octets.length; at += 1 + (octets.length >> 6))
    state = Math.imul(state ^ octets[at]!, 0x01000193) >>> 0;
  const places = Array.from({ length: 7 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % (octets.length + 1);
  });
  const ends = [...new Set([...places, octets.length])].sort((a, b) => a - b);
  return ends.map((end, n) => octets.subarray(ends[n - 1] ?? 0, end)).filter(({ length }) => length > 0);
}

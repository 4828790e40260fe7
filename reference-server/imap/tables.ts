import type { Extension } from './extension';

/** What the extensions of one server add up to: each word with what it means. A later row's word takes the place of an earlier one's. */
export type Tables = ReturnType<typeof tablesOf>;

export function tablesOf(extensions: readonly Extension[]) {
  const all = <Value>(pick: (extension: Extension) => Value | undefined): Value[] =>
    extensions.map(pick).filter((one) => one !== undefined);
  const words = <Value>(pick: (extension: Extension) => Readonly<Record<string, Value>> | undefined) =>
    new Map(all(pick).flatMap((some) => Object.entries(some))) as ReadonlyMap<string, Value>;
  return {
    commands: words(({ commands }) => commands),
    /** Names as announced. */
    enable: all(({ enable, name }) => enable && name),
    /** By name as announced. */
    enabled: words(({ enabled, name }) => enabled && { [name]: enabled }),
    forgets: all(({ forgets }) => forgets),
    shares: all(({ shares }) => shares).length > 0,
    sets: all(({ sets }) => sets).flat(),
    surrogates: all(({ surrogates }) => surrogates).length > 0,
    fetch: words(({ fetch }) => fetch),
    fetchModifiers: words(({ fetchModifiers }) => fetchModifiers),
    beside: all(({ beside }) => beside),
    status: words(({ status }) => status),
    searchKeys: words(({ search }) => search?.keys),
    searchReturns: words(({ search }) => search?.returns),
    searchCharset: all(({ search }) => search?.charset),
    searchAnswers: all(({ search }) => search?.answer),
    sort: words(({ sort }) => sort),
    thread: words(({ thread }) => thread),
    listSelections: words(({ list }) => list?.select),
    listReturns: words(({ list }) => list?.returns),
    listAttributes: all(({ list }) => list?.attribute),
    listPatterns: all(({ list }) => list?.patterns).length > 0,
    select: words(({ select }) => select),
    opened: all(({ opened }) => opened),
    insteadOfExpunge: all(({ expunged }) => expunged?.instead).at(-1),
    expungesWaiting: all(({ expunged }) => expunged?.waiting).at(-1),
    store: words(({ store }) => store),
    create: words(({ create }) => create),
    appendsSeveral: all(({ append }) => append?.several).length > 0,
    literal8: all(({ append }) => append?.literal8).at(-1),
    appendsUtf8: all(({ append }) => append?.utf8).length > 0,
    created: all(({ codes }) => codes?.created).at(-1),
    appended: all(({ codes }) => codes?.appended).at(-1),
    copied: all(({ codes }) => codes?.copied).at(-1),
    expunged: all(({ codes }) => codes?.expunged).at(-1),
    unasked: Math.max(0, ...all(({ unasked }) => unasked)),
    initialResponse: all(({ initialResponse }) => initialResponse).length > 0,
  };
}

/** Where and how it differs: what was asked for, what came, and the octets that the carets stand under, each in its colour. */
import { Code } from './code';

const KINDS: readonly [RegExp, string][] = [
  [/^ *> /, 'asked'],
  [/^asked: /, 'sent'],
  [/^came: /, 'came'],
];

export function Evidence({ detail }: { detail: string }) {
  const lines = detail.trimEnd().split('\n');
  return (
    <Code label="what was asked and what came">
      {lines.map((line, index) => {
        const carets = caretsOf(lines[index + 1] ?? '');
        const end = index === lines.length - 1 ? '' : '\n';
        const kind = KINDS.find(([form]) => form.test(line))?.[1];
        if (kind === undefined) return line + end;
        return (
          <span class={kind} key={index}>
            {carets === undefined ? line : <Marked line={line} {...carets} />}
            {end}
          </span>
        );
      })}
    </Code>
  );
}

function Marked({ line, from, length }: { line: string; from: number; length: number }) {
  const to = from + length;
  return (
    <>
      {line.slice(0, from)}
      <mark>{line.slice(from, to)}</mark>
      {line.slice(to)}
    </>
  );
}

/** A line of carets points into the line above it. */
function caretsOf(line: string): { from: number; length: number } | undefined {
  const [, before, carets] = /^( *)(\^+)$/.exec(line) ?? [];
  return carets === undefined ? undefined : { from: before!.length, length: carets.length };
}

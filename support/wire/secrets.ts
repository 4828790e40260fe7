/** Values that no transcript and no report may show: passwords, in clear and inside base64. */

import { escapeBytes } from './escape';

const MASK = '****';
const BASE64 = /[A-Za-z0-9+/]/;

/**
 * The part of base64 text that is the same whatever stands around the secret, for each of the three ways in which it can
 * fall on base64's groups of three octets.
 */
function base64Cores(secret: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), secret]).toString('base64');
    const whole = Math.floor(((before + secret.length) * 8) / 6);
    const core = text.slice(Math.ceil((before * 8) / 6), whole);
    return core.length >= 4 ? [core] : [];
  });
}

export class Secrets {
  private readonly plain = new Set<string>();
  private readonly encoded = new Set<string>();

  /** From now on (and for what was said before, because masking happens when a text is made) this value is hidden. */
  hide(value: string | Buffer): void {
    const bytes = Buffer.from(value as string);
    if (bytes.length === 0) return;
    const text = bytes.toString('latin1');
    this.plain.add(text);
    this.plain.add(text.replace(/[\\"]/g, '\\$&')); // IMAP quoted string
    for (const core of base64Cores(bytes)) this.encoded.add(core);
  }

  /** The ranges `[from, to)` of this text (latin1) that must not be seen, in order, without overlap. */
  ranges(text: string): [number, number][] {
    const found: [number, number][] = [];
    for (const secret of this.plain) {
      for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
        // A very short secret is part of many words; it is hidden where it stands alone.
        if (secret.length < 4 && (isWord(text[at - 1]) || isWord(text[at + secret.length]))) continue;
        found.push([at, at + secret.length]);
      }
    }
    for (const core of this.encoded) {
      for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + 1)) {
        let from = at;
        let to = at + core.length;
        while (from > 0 && BASE64.test(text[from - 1]!)) from--;
        while (to < text.length && (BASE64.test(text[to]!) || text[to] === '=')) to++;
        found.push([from, to]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    return found.reduce<[number, number][]>((merged, range) => {
      const last = merged.at(-1);
      if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
      else merged.push(range);
      return merged;
    }, []);
  }

  /** The text with every secret replaced by stars; base64 around one is shown decoded, for it may be what a scenario is about. */
  mask(text: string): string {
    let masked = '';
    let at = 0;
    for (const [from, to] of this.ranges(text)) {
      masked += text.slice(at, from) + this.cover(text.slice(from, to));
      at = to;
    }
    return masked + text.slice(at);
  }

  /** What is shown in the place of a range. */
  cover(hidden: string): string {
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(hidden)) return MASK;
    const decoded = Buffer.from(hidden, 'base64').toString('latin1');
    const found = [...this.plain].some((secret) => secret.length >= 4 && decoded.includes(secret));
    return found ? `base64(${escapeBytes(Buffer.from(this.mask(decoded), 'latin1'))})` : MASK;
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9]/.test(character);
}

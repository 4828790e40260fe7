import { DialogueError } from './errors';
import { ANY_NAME, type CaptureType, type Expression, type Operator, type Part, type Template } from './expression';
import { FUNCTIONS } from './functions';

/** `${CR}` and so on. */
export const NAMED_OCTETS: Readonly<Record<string, Buffer>> = {
  CR: Buffer.from('\r'),
  LF: Buffer.from('\n'),
  CRLF: Buffer.from('\r\n'),
  NUL: Buffer.from([0]),
  SP: Buffer.from(' '),
  TAB: Buffer.from('\t'),
};
/** What may stand behind the colon of `${name:type}`. */
export const TYPES: readonly CaptureType[] = ['number', 'atom', 'string', 'text', 'lines'];
const NAME = /[A-Za-z_][\w-]*(?:\.[\w-]+)*/y;
const NUMBER = /\d+/y;
const OPERATOR = />=|<=|>|<|=/y;
const SPACE = /\s*/y;
/** Quotes and calls inside each other: nobody writes more, and the parser's own calls must end. */
const DEEPEST = 100;

/** Cuts a text into literal parts and expressions. @throws DialogueError that says what is wrong with an expression. */
export function parseTemplate(text: string): Template {
  return new TemplateParser(text).parts(false);
}

class TemplateParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  /** Parts up to the end of the text or, inside of a quote, up to its closing `"`. */
  parts(quoted: boolean): Part[] {
    const parts: Part[] = [];
    let literal = '';
    const flush = () => {
      if (literal !== '') parts.push({ kind: 'literal', bytes: Buffer.from(literal) });
      literal = '';
    };
    while (this.at < this.text.length) {
      if (quoted && this.text[this.at] === '"') break;
      if (!this.text.startsWith('${', this.at)) {
        literal += this.text[this.at++];
        continue;
      }
      flush();
      this.at += 2;
      parts.push(this.expression());
      this.expect('}');
    }
    flush();
    return parts;
  }

  private expression(): Expression {
    if (this.skip('*')) return this.skip(':') ? this.capture(ANY_NAME) : { kind: 'any' };
    const first = this.primary();
    if (first.kind === 'value' && this.skip(':')) return this.capture(first.name);
    if (this.skip('*')) return { kind: 'repeat', times: first, of: this.primary() };
    return this.sum(first);
  }

  private sum(left: Expression): Expression {
    const sign = this.skip('+') ? 1 : this.skip('-') ? -1 : undefined;
    return sign === undefined ? left : { kind: 'sum', left, right: this.primary(), sign };
  }

  private capture(name: string): Expression {
    const written = this.match(NAME);
    const type = TYPES.find((each) => each === written);
    if (type === undefined) throw this.error(`the type after ${name}: is one of ${TYPES.join(', ')}`);
    const operator = this.match(OPERATOR) as Operator | undefined;
    const capture = { kind: 'capture', name, type } as const;
    return operator === undefined ? capture : { ...capture, compare: { operator, to: this.sum(this.primary()) } };
  }

  private primary(): Expression {
    if (++this.depth > DEEPEST) throw this.error(`more than ${DEEPEST} quotes and calls inside each other`);
    const expression = this.one();
    this.depth--;
    return expression;
  }

  private one(): Expression {
    if (this.skip('"')) {
      const parts = this.parts(true);
      this.expect('"');
      return { kind: 'quote', parts };
    }
    const number = this.match(NUMBER);
    if (number !== undefined) return { kind: 'bytes', bytes: Buffer.from(number) };
    const name = this.match(NAME);
    if (name === undefined) throw this.error('write a name, a number, a quoted string, a function or *');
    const octets = NAMED_OCTETS[name];
    if (octets !== undefined) return { kind: 'bytes', bytes: octets };
    if (/^x(?:[0-9A-Fa-f]{2})+$/.test(name)) return { kind: 'bytes', bytes: Buffer.from(name.slice(1), 'hex') };
    return this.skip('(') ? this.call(name) : { kind: 'value', name };
  }

  private call(name: string): Expression {
    if (!Object.hasOwn(FUNCTIONS, name)) {
      throw this.error(`no function ${name}; there are ${Object.keys(FUNCTIONS).join(', ')}`);
    }
    const args: Expression[] = [];
    while (!this.skip(')')) {
      args.push(this.primary());
      if (this.skip(',')) continue;
      this.expect(')');
      break;
    }
    return { kind: 'call', name, args };
  }

  private match(pattern: RegExp): string | undefined {
    for (const sticky of [SPACE, pattern]) {
      sticky.lastIndex = this.at;
      const found = sticky.exec(this.text)?.[0];
      if (found === undefined) return undefined;
      this.at = sticky.lastIndex;
      if (sticky === pattern) return found;
    }
    return undefined;
  }

  private skip(text: string): boolean {
    this.match(SPACE);
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private expect(text: string): void {
    if (!this.skip(text)) throw this.error(`${text} is missing`);
  }

  private error(why: string): DialogueError {
    return new DialogueError(`in \${…}, at “${this.text.slice(this.at, this.at + 20)}”: ${why}`);
  }
}

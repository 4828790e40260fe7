/** The YAML text of a target file, with the line and column of each of its keys. */
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

export type Path = readonly (string | number)[];

export class Source {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  constructor(
    readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  /** What YAML itself does not accept, a line each; a key written twice is among it. */
  syntaxErrors(): string[] {
    return [...this.document.errors, ...this.document.warnings].map(
      (error) => `${this.place(error.pos[0])}: ${error.message.split('\n')[0]}`,
    );
  }

  /** The file's contents as plain data. */
  value(): unknown {
    return this.document.toJS();
  }

  /** `file:line:column: services.smtp.port`, of the value at the path; of its key where `key` is set. */
  at(path: Path, key = false): string {
    const where = this.place(this.offset(path, key));
    return path.length === 0 ? where : `${where}: ${spell(path)}`;
  }

  private offset(path: Path, key: boolean): number {
    if (key && path.length > 0) {
      const parent = this.node(path.slice(0, -1));
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => (isScalar(key) ? String(key.value) === String(path.at(-1)) : false))
        : undefined;
      if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    return this.node(path)?.range?.[0] ?? (path.length > 0 ? this.offset(path.slice(0, -1), key) : 0);
  }

  private node(path: Path): Node | undefined {
    const found = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    return isNode(found) ? found : undefined;
  }

  private place(offset: number): string {
    const { line, col } = this.lines.linePos(offset);
    return `${this.file}:${line}:${col}`;
  }
}

function spell(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

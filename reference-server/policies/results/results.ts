/** What this server says of a message, and what others may not say in its name (RFC 8601 §5). */

import type { Mail } from '../../delivery/mail';
import { type Field, LONGEST_HEADER, readHeader, sameName } from '../../mime/header';
import { type Finding, resultsField } from './field';
import { identify } from './words';

const NAME = 'Authentication-Results';

export class Results {
  constructor(private readonly parts: { readonly hostname: string; readonly domains: readonly string[] }) {}

  /** The message with what was found of it. */
  tell(mail: Mail, findings: readonly Finding[]): Mail {
    return { ...mail, content: this.cleaned(mail.content), trace: this.field(findings) + (mail.trace ?? '') };
  }

  /** The field for on top of the trace fields (RFC 8601 §4). */
  field(findings: readonly Finding[]): string {
    return resultsField(this.parts.hostname, findings);
  }

  /** The content without the fields that claim to be this server's; the same buffer where it has none. */
  cleaned(content: Buffer): Buffer {
    const kept: Buffer[] = [];
    let from = 0;
    for (const field of this.fieldsOf(content).filter((each) => this.isForged(each))) {
      kept.push(content.subarray(from, field.start));
      from = field.end;
    }
    return from === 0 ? content : Buffer.concat([...kept, content.subarray(from)]);
  }

  /** RFC 8601 §5: the name of this server or one of its domains, or a version that nobody here knows. */
  isForged({ value }: Field): boolean {
    const { hostname, domains } = this.parts;
    const { server, version } = identify(value);
    return version !== 1 || [hostname, ...domains].some((own) => own.toLowerCase() === server);
  }

  private fieldsOf(content: Buffer): Field[] {
    const { fields } = readHeader(content, 0, () => false, LONGEST_HEADER);
    return fields.filter(({ name }) => sameName(name, NAME));
  }
}

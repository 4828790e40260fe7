/** One message. */

import { FRAME_SANDBOX, type ShownBody, shownAddress, shownText } from '../content';
import type { Address } from '../mail/addresses';
import type { Text } from '../mail/message';
import type { Reported } from '../mail/report';
import type { Language, Words } from '../words/languages';
import { Attachments } from './attachments';
import { whole } from './dates';
import { link, messageLink } from './links';
import { MessageTools, type ToolsView } from './message-tools';
import { TextBody } from './text';

export interface MessageView extends ToolsView {
  readonly language: Language;
  readonly text: Text | undefined;
  /** What its HTML becomes, where that is shown. */
  readonly html: Pick<ShownBody, 'blocked' | 'inPlace' | 'cut'> | undefined;
  readonly remote: boolean;
  readonly reported: readonly Reported[];
  readonly linkTo: (href: string) => string;
}

export function MessagePage(view: MessageView) {
  const { words, language, message } = view;
  const { id, subject, from, to, cc, bcc, date, contents } = message;
  return (
    <article
      id="message"
      data-folder={id.folder}
      data-validity={id.validity}
      data-uid={id.uid}
      data-seen="true"
      data-flagged={message.flags.has('\\Flagged')}
    >
      <MessageTools {...view} />
      <h1 data-header="subject">
        <bdi>{shownText(subject) || words.noSubject}</bdi>
      </h1>
      <dl class="headers">
        <People words={words} name={words.from} field="from" addresses={from} />
        <People words={words} name={words.to} field="to" addresses={to} />
        <People words={words} name={words.cc} field="cc" addresses={cc} />
        <People words={words} name={words.bcc} field="bcc" addresses={bcc} />
        <div>
          <dt>{words.date}</dt>
          <dd data-header="date">
            <time dateTime={Number.isNaN(date.getTime()) ? undefined : date.toISOString()}>
              {whole(date, language)}
            </time>
          </dd>
        </div>
      </dl>
      {contents.protections.map((protection) => (
        <p key={protection} class="mark-line" data-protection={protection}>
          {words.protections[protection]}
        </p>
      ))}
      {contents.report ? <Report {...view} /> : undefined}
      <Body {...view} />
      <Attachments words={words} language={language} message={message} shown={view.html !== undefined} />
      <p class="dim">
        <a href={messageLink(id).replace('/message', '/message/raw')} data-action="raw">
          {words.raw}
        </a>{' '}
        <a href={link('/message/source', { ...id })} data-action="source">
          {words.source}
        </a>
      </p>
    </article>
  );
}

interface Field {
  words: Words;
  name: string;
  field: string;
  addresses: readonly Address[];
}

function People({ words, name, field, addresses }: Field) {
  if (addresses.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd data-header={field}>
        {addresses.map((one, i) => {
          const { name: called, address, ascii, pretends } = shownAddress(one);
          return (
            <span key={one.address} data-address={one.address} data-pretends={pretends ? true : undefined}>
              {i > 0 ? ', ' : undefined}
              {called && called !== address ? <bdi>{`${called} `}</bdi> : undefined}
              <bdi class="address">{called && called !== address ? `<${address}>` : address}</bdi>
              {ascii ? <span class="dim"> {ascii}</span> : undefined}
              {pretends ? <strong class="warning"> {words.pretends}</strong> : undefined}
            </span>
          );
        })}
      </dd>
    </div>
  );
}

function Report({ words, reported }: MessageView) {
  return (
    <section class="report" data-report>
      <h2>{words.report}</h2>
      <ul>
        {reported.map(({ recipient, action, status, diagnostic }) => (
          <li key={recipient} data-recipient={recipient} data-action={action} data-status={status}>
            <bdi class="address">{shownText(recipient)}</bdi>
            {': '}
            {(words.actions as Readonly<Record<string, string>>)[action] ?? shownText(action)} {shownText(status)}
            {diagnostic ? <span class="dim"> {shownText(diagnostic)}</span> : undefined}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Body(view: MessageView) {
  const { words, text, html, message, remote, linkTo } = view;
  const { contents, id } = message;
  if (html) {
    return (
      <>
        {html.blocked.count > 0 && !remote ? (
          <p class="mark-line" data-blocked={html.blocked.count}>
            {words.blocked(html.blocked.count, html.blocked.hosts.slice(0, 3).join(', '))}{' '}
            <a href={messageLink(id, { remote: true })} data-action="remote">
              {words.showRemote}
            </a>
          </p>
        ) : undefined}
        <iframe
          id="body"
          data-kind="html"
          class="html"
          title={words.body}
          sandbox={FRAME_SANDBOX}
          src={link('/message/frame', { ...id, remote })}
          referrerpolicy="no-referrer"
        />
        {contents.text ? <Other id={messageLink(id, { as: 'text' })} says={words.asText} as="text" /> : undefined}
      </>
    );
  }
  return (
    <>
      {!text || text.text.trim() === '' ? (
        <p id="body" data-kind="none">
          {words.emptyText}
        </p>
      ) : (
        <TextBody text={text.text} link={linkTo} />
      )}
      {text?.cut ? <p class="dim">{words.cut}</p> : undefined}
      {contents.html ? <Other id={messageLink(id)} says={words.asHtml} as="html" /> : undefined}
    </>
  );
}

function Other({ id, says, as }: { id: string; says: string; as: string }) {
  return (
    <p class="dim">
      <a href={id} data-action={`as-${as}`}>
        {says}
      </a>
    </p>
  );
}

/** A student's page: one screen that says how far it is and what comes next; the evidence is folded below. */
import type { ComponentChildren } from 'preact';
import { page } from '../formats/html/page';
import { addressOf } from '../verdict/requirements';
import { type Grade, isShown, type RequirementMark, rounded, type StageMark } from './grade';
import { GRADE_STYLE } from './page-style';
import { PHRASES } from './phrases';
import { inLanguage, type Language } from './rubric';
import { lastOf, shortly } from './stage-text';

/** @param others the same page in other languages: its file by language */
export function formatGradePage(grade: Grade, language: Language, others: Partial<Record<Language, string>>): string {
  const say = PHRASES[language];
  const name = inLanguage(grade.rubric.name, language);
  const when = grade.startedAt.slice(0, 16).replace('T', ' ');
  return gradePage(
    `${name}: ${grade.submission}`,
    language,
    <>
      <header>
        <div>
          <h1>{name}</h1>
          <small>
            {grade.submission}, {say.when} {when} UTC, {say.seed} {grade.seed}, mailspec {grade.version}{' '}
            {Object.entries(others).map(([other, file]) => (
              <a href={file} lang={other} hreflang={other} key={other}>
                {other}
              </a>
            ))}
          </small>
        </div>
        <Sum grade={grade} language={language} />
      </header>
      {grade.trouble === undefined || grade.status === 'error' ? undefined : (
        <p class="trouble">
          {say.didNotStart}: {grade.trouble}
        </p>
      )}
      <ol class="path">
        {grade.stages.map((stage) => (
          <Box stage={stage} language={language} key={stage.id} />
        ))}
      </ol>
      <Next grade={grade} language={language} />
      {grade.stages.filter(isShown).map((stage) => (
        <Details stage={stage} language={language} key={stage.id} />
      ))}
      <p class="dim">
        {say.legend} {say.english}
      </p>
    </>,
  );
}

export function gradePage(title: string, language: Language, body: ComponentChildren): string {
  return page(title, <main>{body}</main>, { language, style: GRADE_STYLE });
}

function Sum({ grade, language }: { grade: Grade; language: Language }) {
  const say = PHRASES[language];
  if (grade.status === 'error')
    return (
      <p class="trouble">
        {say.noMark}
        <br />
        {grade.trouble}
      </p>
    );
  const shown = grade.stages.filter(isShown);
  const total = (of: (stage: StageMark) => number) => rounded(shown.reduce((all, stage) => all + of(stage), 0));
  const max = total((stage) => stage.max);
  const later = rounded(grade.max - max);
  return (
    <div>
      <span class="sum">
        {say.of(
          total((stage) => stage.score),
          max,
        )}
      </span>
      {later > 0 ? (
        <>
          <br />
          <small>{say.hiddenSum(later)}</small>
        </>
      ) : undefined}
    </div>
  );
}

interface OfStage {
  stage: StageMark;
  language: Language;
}

function Title({ stage, language }: OfStage) {
  return (
    <>
      <b>{stage.id}</b> {inLanguage(stage.title, language)}
    </>
  );
}

function Box({ stage, language }: OfStage) {
  const say = PHRASES[language];
  const title = <Title stage={stage} language={language} />;
  if (!isShown(stage))
    return (
      <li>
        <span class="box">
          {title}
          <br />
          <small>{say.hidden}</small>
        </span>
      </li>
    );
  return (
    <li>
      <a class={stage.status} href={`#${stage.id}`}>
        {title}
        <br />
        <small>
          {stage.score} / {stage.max}, {say.stage[stage.status]}
        </small>
      </a>
    </li>
  );
}

/** The first thing that is broken, in the order of the course: one, so that it is done. */
function Next({ grade, language }: { grade: Grade; language: Language }) {
  const say = PHRASES[language];
  if (grade.status === 'error') return null;
  const stage = grade.stages.filter(isShown).find(({ status }) => status !== 'full');
  if (stage === undefined) return <p class="met">{say.allDone}</p>;
  const mark = stage.show === 'nothing' ? undefined : stage.marks.find(({ status }) => status !== 'met');
  return (
    <>
      <h2>{say.next}</h2>
      <p>
        <a href={`#${stage.id}`}>{stage.id}</a> {inLanguage(stage.title, language)}
        {mark === undefined ? undefined : (
          <>
            <br />
            <Sentence mark={mark} />
          </>
        )}
      </p>
      <Hint stage={stage} language={language} />
    </>
  );
}

function Hint({ stage, language }: OfStage) {
  if (stage.hint === undefined) return null;
  return (
    <p>
      {PHRASES[language].hint}: {inLanguage(stage.hint, language)}
    </p>
  );
}

function Details({ stage, language }: OfStage) {
  const say = PHRASES[language];
  const { waitsFor, lacks, show, marks, status } = stage;
  return (
    <details id={stage.id}>
      <summary class={status}>
        <Title stage={stage} language={language} />{' '}
        <small>
          {stage.score} / {stage.max}, {say.stage[status]}
        </small>
      </summary>
      <div>
        {waitsFor.length > 0 ? <p>{say.waitsFor(waitsFor.join(', '))}</p> : undefined}
        {lacks.length > 0 && waitsFor.length === 0 ? <p>{say.lacks(lacks.join(', '))}</p> : undefined}
        {status === 'full' ? undefined : <Hint stage={stage} language={language} />}
        {show === 'nothing' || waitsFor.length > 0 ? undefined : (
          <ul class="marks">
            {marks.map((mark) => (
              <Item mark={mark} stage={stage} language={language} key={mark.requirement} />
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

const INKS: Record<RequirementMark['status'], string> = {
  met: 'met',
  broken: 'broken',
  'not-reached': 'dim',
  'not-offered': 'part',
  error: 'broken',
};

function Item({ mark, stage, language }: OfStage & { mark: RequirementMark }) {
  const say = PHRASES[language];
  const { status, worth, why, evidence } = mark;
  return (
    <li>
      <span class={INKS[status]}>{say.mark[status]}</span> <Sentence mark={mark} />{' '}
      <small>{say.points(shortly(worth))}</small>
      {status === 'met' || stage.show !== 'dialogue' ? undefined : (
        <>
          {status === 'broken' && evidence !== undefined ? (
            <pre>{evidence.detail}</pre>
          ) : (
            <>
              <br />
              <small>{why}</small>
            </>
          )}
          {evidence?.said ? (
            <>
              <small>{say.serverSaid}</small>
              <pre>{lastOf(evidence.said)}</pre>
            </>
          ) : undefined}
        </>
      )}
    </li>
  );
}

function Sentence({ mark: { cites, says, requirement } }: { mark: RequirementMark }) {
  const address = addressOf({ id: requirement, section: cites.split('§')[1] ?? '' });
  return (
    <>
      {address === undefined ? cites : <a href={address}>{cites}</a>} <span lang="en">{says}</span>
    </>
  );
}

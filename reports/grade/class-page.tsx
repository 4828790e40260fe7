/** A class side by side: how the marks are spread, which requirements most have missed, and everybody's stages. For the teacher alone. */
import { CLASS_PHRASES, type ClassPhrases } from './class-phrases';
import type { Grade, StageMark } from './grade';
import { missedMost } from './missed-most';
import { gradePage } from './page';
import { inLanguage, type Language } from './rubric';

/** So many of the requirements that were missed are shown. */
const MOST = 25;
/** Of the longest bar, in rem. */
const WIDTH = 20;

/** @param expected how many submissions there are */
export function formatClassPage(grades: readonly Grade[], expected: number, language: Language): string {
  const say = CLASS_PHRASES[language];
  const marked = grades.filter(({ status }) => status === 'graded');
  const errors = grades.length - marked.length;
  const name = grades[0] === undefined ? 'mailspec' : inLanguage(grades[0].rubric.name, language);
  const scores = marked.map(({ score }) => score).sort((a, b) => a - b);
  const median = scores[Math.floor(scores.length / 2)];
  return gradePage(
    name,
    language,
    <>
      <h1>{name}</h1>
      <p>
        {say.graded(marked.length, expected)}
        {errors > 0 ? (
          <>
            {' '}
            <b class="broken">{say.errors(errors)}</b>
          </>
        ) : undefined}
        {median === undefined ? undefined : ` ${say.median(median, marked[0]!.max)}`}
      </p>
      <h2>{say.marks}</h2>
      <Distribution marked={marked} say={say} />
      <h2>{say.missed}</h2>
      <Missed marked={marked} say={say} />
      <h2>{say.everybody}</h2>
      <Everybody grades={grades} say={say} />
    </>,
  );
}

interface OfMarked {
  marked: readonly Grade[];
  say: ClassPhrases;
}

function Distribution({ marked, say }: OfMarked) {
  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    const inIt = ({ score, max }: Grade) => Math.min(9, Math.floor((10 * score) / max)) === tenth;
    return marked.filter(inIt).length;
  });
  const most = Math.max(1, ...tenths);
  return (
    <table>
      <tr>
        <th>{say.share}</th>
        <th>{say.students}</th>
      </tr>
      {tenths.map((count, tenth) => (
        <tr key={`${tenth}`}>
          <td>
            {tenth * 10}–{tenth * 10 + 10} %
          </td>
          <td>
            {count === 0 ? undefined : (
              <>
                <span class="bar" style={`width:${((WIDTH * count) / most).toFixed(1)}rem`} />{' '}
              </>
            )}
            {count}
          </td>
        </tr>
      ))}
    </table>
  );
}

function Missed({ marked, say }: OfMarked) {
  return (
    <table>
      <tr>
        <th />
        <th>{say.requirement}</th>
        <th class="number">{say.missedBy}</th>
        <th class="number">{say.unreached}</th>
      </tr>
      {missedMost(marked)
        .slice(0, MOST)
        .map(({ stage, cites, says, broken, unreached }) => (
          <tr key={`${stage} ${cites} ${says}`}>
            <td>{stage}</td>
            <td>
              {cites} {says}
            </td>
            <td class="number">
              {broken} ({marked.length === 0 ? 0 : Math.round((100 * broken) / marked.length)} %)
            </td>
            <td class="number">{unreached}</td>
          </tr>
        ))}
    </table>
  );
}

function Everybody({ grades, say }: { grades: readonly Grade[]; say: ClassPhrases }) {
  const stages = grades[0]?.stages.map(({ id }) => id) ?? [];
  return (
    <div class="scroll">
      <table>
        <tr>
          {[say.submission, say.mark, ...stages].map((one) => (
            <th key={one}>{one}</th>
          ))}
        </tr>
        {grades.map((grade) => (
          <tr key={grade.submission}>
            <td>
              <a href={`${encodeURIComponent(grade.submission)}/index.html`}>{grade.submission}</a>
            </td>
            <td class="number">
              {grade.status === 'graded' ? <b>{grade.score}</b> : <b class="broken">{say.none}</b>}
            </td>
            {stages.map((id) => (
              <Cell stage={grade.stages.find((one) => one.id === id)} key={id} />
            ))}
          </tr>
        ))}
      </table>
    </div>
  );
}

function Cell({ stage }: { stage: StageMark | undefined }) {
  const ink = stage?.status === 'full' ? 'met' : stage?.status === 'partial' ? 'part' : 'dim';
  return <td class={`number ${ink}`}>{stage === undefined || stage.status === 'error' ? '' : stage.score}</td>;
}

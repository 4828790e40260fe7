/** A student's page: one screen that says how far it is and what comes next; the evidence is folded below. */
import { escapeXml as text } from '../formats/xml';
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
  const links = Object.entries(others).map(
    ([other, file]) => `<a href="${text(file)}" lang="${other}" hreflang="${other}">${other}</a>`,
  );
  const facts = `${text(grade.submission)}, ${say.when} ${text(grade.startedAt.slice(0, 16).replace('T', ' '))} UTC, ${say.seed} ${grade.seed}, mailspec ${text(grade.version)}`;
  const body = [
    `<header><div><h1>${text(name)}</h1><small>${facts} ${links.join(' ')}</small></div>${sum(grade, language)}</header>`,
    grade.trouble === undefined || grade.status === 'error'
      ? ''
      : `<p class="trouble">${say.didNotStart}: ${text(grade.trouble)}</p>`,
    `<ol class="path">${grade.stages.map((stage) => box(stage, language)).join('')}</ol>`,
    next(grade, language),
    ...grade.stages.filter(isShown).map((stage) => details(stage, language)),
    `<p class="dim">${say.legend} ${say.english}</p>`,
  ];
  return gradePage(`${name}: ${grade.submission}`, language, body.join('\n'));
}

export function gradePage(title: string, language: Language, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>${GRADE_STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function sum(grade: Grade, language: Language): string {
  const say = PHRASES[language];
  if (grade.status === 'error') return `<p class="trouble">${say.noMark}<br>${text(grade.trouble ?? '')}</p>`;
  const shown = grade.stages.filter(isShown);
  const total = (of: (stage: StageMark) => number) => rounded(shown.reduce((all, stage) => all + of(stage), 0));
  const max = total((stage) => stage.max);
  const later = rounded(grade.max - max);
  const more = later > 0 ? `<br><small>${say.hiddenSum(later)}</small>` : '';
  return `<div><span class="sum">${say.of(
    total((stage) => stage.score),
    max,
  )}</span>${more}</div>`;
}

function box(stage: StageMark, language: Language): string {
  const title = `<b>${text(stage.id)}</b> ${text(inLanguage(stage.title, language))}`;
  if (!isShown(stage))
    return `<li><span class="box">${title}<br><small>${PHRASES[language].hidden}</small></span></li>`;
  const count = `${stage.score} / ${stage.max}, ${PHRASES[language].stage[stage.status]}`;
  return `<li><a class="${stage.status}" href="#${text(stage.id)}">${title}<br><small>${count}</small></a></li>`;
}

/** The first thing that is broken, in the order of the course: one, so that it is done. */
function next(grade: Grade, language: Language): string {
  const say = PHRASES[language];
  if (grade.status === 'error') return '';
  const stage = grade.stages.filter(isShown).find(({ status }) => status !== 'full');
  if (stage === undefined) return `<p class="met">${say.allDone}</p>`;
  const mark = stage.show === 'nothing' ? undefined : stage.marks.find(({ status }) => status !== 'met');
  const hint = stage.hint === undefined ? '' : `<p>${say.hint}: ${text(inLanguage(stage.hint, language))}</p>`;
  const title = `<a href="#${text(stage.id)}">${text(stage.id)}</a> ${text(inLanguage(stage.title, language))}`;
  return `<h2>${say.next}</h2><p>${title}${mark === undefined ? '' : `<br>${sentence(mark)}`}</p>${hint}`;
}

function details(stage: StageMark, language: Language): string {
  const say = PHRASES[language];
  const { waitsFor, lacks, show, marks } = stage;
  const lines = [
    waitsFor.length > 0 ? `<p>${say.waitsFor(text(waitsFor.join(', ')))}</p>` : '',
    lacks.length > 0 && waitsFor.length === 0 ? `<p>${say.lacks(text(lacks.join(', ')))}</p>` : '',
    stage.hint === undefined || stage.status === 'full'
      ? ''
      : `<p>${say.hint}: ${text(inLanguage(stage.hint, language))}</p>`,
    show === 'nothing' || waitsFor.length > 0
      ? ''
      : `<ul class="marks">${marks.map((mark) => item(mark, stage, language)).join('')}</ul>`,
  ];
  const head = `<b>${text(stage.id)}</b> ${text(inLanguage(stage.title, language))} <small>${stage.score} / ${stage.max}, ${say.stage[stage.status]}</small>`;
  return `<details id="${text(stage.id)}"><summary class="${stage.status}">${head}</summary><div>${lines.join('')}</div></details>`;
}

function item(mark: RequirementMark, { show }: StageMark, language: Language): string {
  const say = PHRASES[language];
  const { status, worth, why, evidence } = mark;
  const ink = { met: 'met', broken: 'broken', 'not-reached': 'dim', 'not-offered': 'part', error: 'broken' }[status];
  const head = `<span class="${ink}">${say.mark[status]}</span> ${sentence(mark)} <small>${say.points(shortly(worth))}</small>`;
  if (status === 'met' || show !== 'dialogue') return `<li>${head}</li>`;
  const shown =
    status === 'broken' && evidence !== undefined
      ? `<pre>${text(evidence.detail)}</pre>`
      : `<br><small>${text(why)}</small>`;
  const said = evidence?.said ? `<small>${say.serverSaid}</small><pre>${text(lastOf(evidence.said))}</pre>` : '';
  return `<li>${head}${shown}${said}</li>`;
}

function sentence(mark: RequirementMark): string {
  const { cites, says, requirement } = mark;
  const address = addressOf({ id: requirement, section: cites.split('§')[1] ?? '' });
  const where = address === undefined ? text(cites) : `<a href="${text(address)}">${text(cites)}</a>`;
  return `${where} <span lang="en">${text(says)}</span>`;
}

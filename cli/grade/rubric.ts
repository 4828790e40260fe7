/** Reads a rubric: checked against rubric.schema.json, with defaults filled in. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { Showing, Stage, Visibility, Words } from '../../reports/grade/rubric';
import { milliseconds } from '../../support/targets/duration';
import { Source } from '../../support/targets/source';
import type { ServiceName } from '../../support/targets/target';
import { UsageError } from '../../support/targets/usage-error';
import { describeViolations } from '../../support/targets/violations';
import schema from './rubric.schema.json';

export interface Rubric {
  name: Words;
  course: string;
  assignment: string;
  server?: string;
  services: Partial<Record<ServiceName, Record<string, string>>>;
  ready: ServiceName;
  domain: string;
  /** More keys of a target file, with placeholders. */
  target: Record<string, unknown>;
  limits: { start: number; time: number; memory: number };
  /** The share of a stage's points from which on the stages that need it are played. */
  enough: number;
  strict: boolean;
  stages: Stage[];
  /** Of its text. */
  digest: string;
}

type List = string | string[];

interface WrittenStage {
  id: string;
  title: Words;
  select: List;
  exclude?: List;
  scenarios: number;
  needs?: List;
  requires?: List;
  points: number | Record<string, number>;
  hint?: Words;
  visibility?: Visibility;
  show?: Showing;
}

interface Written {
  name: Words;
  course?: string;
  assignment?: string;
  server?: string;
  services: Partial<Record<ServiceName, Record<string, string> | null>>;
  ready?: ServiceName;
  domain?: string;
  target?: Record<string, unknown>;
  limits?: { start?: string; time?: string; memory?: number };
  enough?: number;
  strict?: boolean;
  show?: Showing;
  stages: WrittenStage[];
}

/** @throws UsageError `rubric-unreadable` or `rubric-invalid`: a line for each mistake, with file, line and column */
export function loadRubric(path: string): Rubric {
  return parseRubric(read(path), path);
}

export function parseRubric(text: string, path: string): Rubric {
  const source = new Source(path, text);
  refuse(source.syntaxErrors());
  const value = source.value();
  const validate = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
  if (!validate(value)) refuse(describeViolations(validate.errors ?? [], source));
  const written = value as Written;
  refuse(namesThatLeadNowhere(written, source));
  const { limits = {} } = written;
  return {
    name: written.name,
    course: written.course ?? '',
    assignment: written.assignment ?? '',
    ...(written.server === undefined ? {} : { server: written.server }),
    services: Object.fromEntries(Object.entries(written.services).map(([name, value]) => [name, value ?? {}])),
    ready: written.ready ?? firstOf(written),
    domain: written.domain ?? 'example.test',
    target: written.target ?? {},
    limits: {
      start: milliseconds(limits.start ?? '10s'),
      time: milliseconds(limits.time ?? '10m'),
      memory: limits.memory ?? 512,
    },
    enough: (written.enough ?? 50) / 100,
    strict: written.strict ?? false,
    stages: written.stages.map((stage) => settle(stage, written.show ?? 'dialogue')),
    digest: createHash('sha256').update(text).digest('hex'),
  };
}

function settle(stage: WrittenStage, show: Showing): Stage {
  const { points, hint } = stage;
  const { cap, each, ...others } = typeof points === 'number' ? { cap: points, each: undefined } : points;
  const named: Record<string, number> = others;
  return {
    id: stage.id,
    title: stage.title,
    select: listOf(stage.select),
    exclude: listOf(stage.exclude),
    scenarios: stage.scenarios,
    needs: listOf(stage.needs),
    requires: listOf(stage.requires),
    cap: cap ?? Object.values(named).reduce((sum, one) => sum + one, 0),
    ...(each === undefined ? {} : { each }),
    points: named,
    ...(hint === undefined ? {} : { hint }),
    visibility: stage.visibility ?? 'visible',
    show: stage.show ?? show,
  };
}

function listOf(written: List | undefined): string[] {
  return written === undefined ? [] : [written].flat();
}

function firstOf({ services }: Written): ServiceName {
  return Object.keys(services)[0] as ServiceName;
}

/** Prerequisites must stand before what needs them: so they go in no circle, and a reader meets them first. */
function namesThatLeadNowhere({ stages, services, ready }: Written, source: Source): string[] {
  const lines: string[] = [];
  const before = new Set<string>();
  for (const [index, { id, needs }] of stages.entries()) {
    if (before.has(id)) lines.push(`${source.at(['stages', index, 'id'])}: there are two stages ${id}`);
    for (const need of listOf(needs)) {
      if (!before.has(need))
        lines.push(`${source.at(['stages', index, 'needs'])}: ${need} is no stage that stands before ${id}`);
    }
    before.add(id);
  }
  if (ready !== undefined && !(ready in services))
    lines.push(`${source.at(['ready'])}: ${ready} is not among services`);
  return lines;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      'rubric-unreadable',
      `${path}: cannot be read (${code}); a rubric for the chapter is courses/mail/rubric.yaml`,
    );
  }
}

function refuse(lines: string[]): void {
  if (lines.length > 0) throw new UsageError('rubric-invalid', lines.join('\n'));
}

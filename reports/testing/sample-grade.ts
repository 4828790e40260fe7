/** A grade made by hand, for the tests of its formats. */
import { GRADE_SCHEMA, type Grade, type StageMark } from '../grade/grade';

export function sampleStage(given: Partial<StageMark> = {}): StageMark {
  return {
    id: 'smtp-2',
    title: { en: 'The commands', es: 'Las órdenes' },
    status: 'partial',
    waitsFor: [],
    lacks: [],
    score: 4,
    max: 10,
    scenarios: 3,
    passed: 2,
    marks: [
      {
        requirement: 'R5321-3.3-8',
        cites: 'RFC 5321 §3.3',
        level: 'MUST',
        says: 'RCPT outside a transaction is answered 503.',
        status: 'broken',
        worth: 6,
        why: 'asked 503, came 250',
        scenarios: 2,
        passed: 1,
        evidence: {
          scenario: 'smtp/order#a',
          title: 'RCPT <first>',
          detail: 'S: 503\n   ^^^ asked for\ncame: 250 <fine>',
          transcript: '',
          said: 'Traceback: <boom>',
        },
      },
      {
        requirement: 'R5321-4.1.4-2',
        cites: 'RFC 5321 §4.1.4',
        level: 'SHOULD',
        says: 'NOOP is fine at any time.',
        status: 'met',
        worth: 4,
        why: '',
        scenarios: 1,
        passed: 1,
      },
    ],
    hint: { en: 'What comes first?', es: '¿Qué va primero?' },
    visibility: 'visible',
    show: 'dialogue',
    durationMs: 1234,
    ...given,
  };
}

export function sampleGrade(given: Partial<Grade> = {}): Grade {
  const unreached = {
    id: 'smtp-3',
    title: 'The end',
    status: 'not-reached',
    waitsFor: ['smtp-2'],
    score: 0,
    max: 5,
    marks: [],
  } as const;
  const hidden = { id: 'smtp-9', title: 'Later', visibility: 'hidden', score: 5, max: 5, status: 'full' } as const;
  return {
    schema: GRADE_SCHEMA,
    version: '0.1.0',
    rubric: { name: { en: 'Mail', es: 'Correo' }, course: 'networks', assignment: 'mail' },
    fingerprint: 'f',
    submission: 'ada',
    seed: 1,
    startedAt: '2024-01-02T03:04:05.678Z',
    durationMs: 61_234,
    status: 'graded',
    score: 9,
    max: 20,
    stages: [sampleStage(), sampleStage({ ...unreached, waitsFor: ['smtp-2'], marks: [] }), sampleStage(hidden)],
    ...given,
  };
}

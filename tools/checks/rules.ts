/**
 * Rules of the server: methods of its parts of which the right body decides nothing but gives a constant, or what it was given. Such a
 * method is there to be replaced; the protocols would be simpler without it. Their number may only fall.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Finding } from './finding';

/** Of which part, and why it cannot be otherwise: there the comment says it. */
const RULES: ReadonlySet<string> = new Set(['Literals']);

/** Where it is told that somebody may make mistakes; the protocols know nothing of it. */
const TELLING: ReadonlySet<string> = new Set(['seams.ts', 'options.ts', 'protocol-seams.ts']);

export function checkRules(root: string): Finding[] {
  const room = join(root, 'reference-server');
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.ts$/.test(path),
  );
  const sources = files.map((path) => ({
    path: `reference-server/${path}`,
    text: readFileSync(join(room, path), 'utf8'),
  }));
  const parts = new Set(sources.flatMap(({ text }) => partsIn(text)));
  const found = sources.flatMap(({ path, text }) => rulesIn(text, parts).map((rule) => ({ ...rule, path })));
  const kept = new Set(found.map(({ part }) => part));
  return [
    ...found
      .filter(({ part }) => !RULES.has(part))
      .map(({ path, line, part, method }) => ({
        at: `${path}:${line}`,
        message: `${part}.${method} decides nothing by itself: what replaces it belongs at a seam (see reference-server/seams.ts)`,
      })),
    ...[...RULES]
      .filter((part) => !kept.has(part))
      .map((part) => ({ at: 'tools/checks/rules.ts', message: `${part} is no rule any more: take it out` })),
    ...sources
      .filter(({ path, text }) => !TELLING.has(path.replace('reference-server/', '')) && /defect|mistake/i.test(text))
      .map(({ path }) => ({ at: path, message: 'a protocol knows of no mistakes' })),
  ];
}

/** The types of the parts that somebody may replace methods of: the fields of an interface …Parts. */
export function partsIn(text: string): string[] {
  return declarations(text)
    .filter((one) => ts.isInterfaceDeclaration(one) && one.name.text.endsWith('Parts'))
    .flatMap((one) => (one as ts.InterfaceDeclaration).members)
    .flatMap((member) => {
      if (!ts.isPropertySignature(member) || !member.type) return [];
      const names = member.type.getText().match(/\b[A-Z]\w*/g);
      return names?.slice(0, 1) ?? [];
    });
}

export interface Rule {
  part: string;
  method: string;
  line: number;
}

/** The methods of these parts whose bodies decide nothing. */
export function rulesIn(text: string, parts: ReadonlySet<string>): Rule[] {
  return declarations(text).flatMap((one): Rule[] => {
    if (ts.isClassDeclaration(one) && one.name && parts.has(one.name.text)) return trivial(one.name.text, one.members);
    if (!ts.isVariableStatement(one)) return [];
    return one.declarationList.declarations.flatMap(({ type, initializer }) => {
      const part = type?.getText() ?? '';
      return parts.has(part) && initializer && ts.isObjectLiteralExpression(initializer)
        ? trivial(part, initializer.properties)
        : [];
    });
  });
}

function declarations(text: string): readonly ts.Statement[] {
  return ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true).statements;
}

function trivial(part: string, members: readonly (ts.ClassElement | ts.ObjectLiteralElementLike)[]): Rule[] {
  return members.flatMap((member) => {
    const method = functionOf(member);
    if (!method || !member.name || !decidesNothing(method)) return [];
    const { line } = member.getSourceFile().getLineAndCharacterOfPosition(member.getStart());
    return [{ part, method: member.name.getText(), line: line + 1 }];
  });
}

type Method = ts.MethodDeclaration | ts.ArrowFunction | ts.FunctionExpression;

function functionOf(member: ts.ClassElement | ts.ObjectLiteralElementLike): Method | undefined {
  if (ts.isMethodDeclaration(member)) return member;
  if (!ts.isPropertyAssignment(member)) return undefined;
  const value = member.initializer;
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : undefined;
}

/** Whether it does nothing, or gives a constant, a parameter, or a field of one, negated or not. */
function decidesNothing({ body, parameters }: Method): boolean {
  if (!body) return false;
  const given = givenNames(parameters);
  if (!ts.isBlock(body)) return isGiven(body, given);
  const [first, second] = body.statements;
  if (!first) return true;
  return !second && ts.isReturnStatement(first) && (!first.expression || isGiven(first.expression, given));
}

function givenNames(parameters: readonly ts.ParameterDeclaration[]): Set<string> {
  const names = new Set<string>();
  const take = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) take(element.name);
  };
  for (const { name } of parameters) take(name);
  return names;
}

function isGiven(expression: ts.Expression, given: ReadonlySet<string>): boolean {
  if (ts.isParenthesizedExpression(expression)) return isGiven(expression.expression, given);
  if (ts.isPrefixUnaryExpression(expression)) return isGiven(expression.operand, given);
  if (ts.isPropertyAccessExpression(expression)) return isGiven(expression.expression, given);
  if (ts.isIdentifier(expression)) return given.has(expression.text) || expression.text === 'undefined';
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.length === 0;
  return (
    ts.isLiteralExpression(expression) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(expression.kind)
  );
}

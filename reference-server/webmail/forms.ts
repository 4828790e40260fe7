/** What a form brought: its fields in memory, its files wherever the route puts them. */

import { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { HTTPException } from 'hono/http-exception';

export class Form {
  private readonly fields = new Map<string, string[]>();

  add(name: string, value: string): void {
    this.fields.set(name, [...(this.fields.get(name) ?? []), value]);
  }

  /** The first of this name; empty where there is none. */
  get(name: string): string {
    return this.fields.get(name)?.[0] ?? '';
  }

  all(name: string): string[] {
    return this.fields.get(name) ?? [];
  }
}

/** Takes a file of a form; must read it to its end. Resolves with whether it fitted. */
export type TakeFile = (field: string, name: string, type: string, content: Readable) => Promise<boolean>;

const FIELDS = 500;
const FILES = 50;

/** @throws HTTPException 413 beyond the bounds, 415 for what is no form, 400 for one that is broken off */
export async function readForm(request: Request, most: number, takeFile?: TakeFile): Promise<Form> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw new HTTPException(415);
  const form = new Form();
  if (!request.body) return form;
  let size = 0;
  let tooLarge = false;
  const files: Promise<boolean>[] = [];
  const parser = new Busboy({
    headers: { 'content-type': type } as BusboyHeaders,
    limits: { fieldSize: most, fields: FIELDS, files: takeFile ? FILES : 0, fieldNameSize: 100 },
  });
  parser.on('field', (name, value, _nameCut, valueCut) => {
    size += value.length;
    if (valueCut || size > most) tooLarge = true;
    else form.add(name, value);
  });
  parser.on('file', (field, content, name, _encoding, fileType) => {
    if (takeFile && name) files.push(takeFile(field, name, fileType, content));
    else content.resume();
  });
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(limit, () => (tooLarge = true));
  await new Promise<void>((resolve, reject) => {
    const broken = (error: unknown) => reject(new HTTPException(400, { cause: error }));
    const body = Readable.fromWeb(request.body as import('node:stream/web').ReadableStream);
    body.on('error', broken);
    parser.on('error', broken);
    parser.on('finish', () => resolve());
    body.pipe(parser);
  });
  const fitted = await Promise.all(files);
  if (tooLarge || fitted.includes(false)) throw new HTTPException(413);
  return form;
}

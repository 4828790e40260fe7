/** The Subject of a message as a library reads it that nobody here wrote. */
export async function subjectOf(message: Buffer): Promise<string> {
  const { simpleParser } = await import('mailparser');
  const { subject = '' } = await simpleParser(message, { skipHtmlToText: true, skipTextToHtml: true });
  return subject.replace(/\s+/g, ' ').trim();
}

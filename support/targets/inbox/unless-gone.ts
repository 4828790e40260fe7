/** What is asked of a file that may not be there: a mail reader or the server may move it or make it meanwhile; the next look finds it. */
export async function unlessGone<T>(action: Promise<T>): Promise<T | undefined> {
  try {
    return await action;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

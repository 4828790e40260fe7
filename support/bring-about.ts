import { Blocked, Mismatch } from './outcome';

/**
 * Does something that no scenario is about: a preparation, a delivery, a look at the result. What the server does wrong meanwhile is no
 * verdict on the scenario: it blocks it.
 * @param doing for people: `RCPT`, `reading the inbox of a@example.test by POP3`
 * @param judge the requirement whose own scenario judges it, where one does
 */
export async function bringAbout<T>(doing: string, action: () => Promise<T>, judge?: string): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    throw new Blocked(error.code, `${doing}: ${error.reason}`, error.detail, judge ?? error.requirement);
  }
}

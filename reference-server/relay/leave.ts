import type { Dialogue } from './dialogue';

/** Says goodbye and closes, however that goes. What came of the messages is known: nobody waits for it. */
export async function leave(dialogue: Dialogue): Promise<void> {
  try {
    await dialogue.quit();
    await dialogue.connection.end();
  } catch {
    dialogue.connection.destroy();
  }
}

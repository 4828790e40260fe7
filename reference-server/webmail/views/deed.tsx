/** What is done with the messages of a form: its buttons, and which messages they are about. */

/** A button that says what is to be done. */
export function Deed({ does, says, main }: { does: string; says: string; main?: boolean }) {
  return (
    <button type="submit" name="do" value={does} class={main ? 'main' : undefined}>
      {says}
    </button>
  );
}

/** The folder that the form's messages are in. */
export function Within({ folder, validity }: { folder: string; validity: string }) {
  return (
    <>
      <input type="hidden" name="folder" value={folder} />
      <input type="hidden" name="validity" value={validity} />
    </>
  );
}

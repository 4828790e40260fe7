/** What is decided about mailboxes and their names. */
export interface MailboxChoices {
  /** Whether a mailbox opened by EXAMINE forbids this command its change. */
  readOnlyForbids(command: string): boolean;
  /** Whether CLOSE and UNSELECT remove what is \Deleted. */
  closeExpunges: boolean;
  unselectExpunges: boolean;
}

export const mailboxChoices: MailboxChoices = {
  readOnlyForbids: () => true,
  closeExpunges: true,
  unselectExpunges: false,
};

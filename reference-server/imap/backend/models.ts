import type { MailboxId, Store } from '../../store/types';
import { MailboxModel } from './model';

/** Mailboxes that nobody has selected any more but are kept for the next session: clients come back. */
const KEPT = 16;

/** The models of one server's mailboxes, each made once and shared. */
export class Models {
  private readonly open = new Map<MailboxId, { model: MailboxModel; users: number }>();
  /** In the order of their last use. */
  private readonly idle = new Map<MailboxId, MailboxModel>();

  constructor(private readonly store: Store) {}

  /** The model, to be given back with `leave`. */
  enter(id: MailboxId): MailboxModel {
    const entry = this.open.get(id);
    if (entry) {
      entry.users++;
      return entry.model;
    }
    const model = this.idle.get(id) ?? new MailboxModel(this.store, id);
    this.idle.delete(id);
    this.open.set(id, { model, users: 1 });
    return model;
  }

  leave(id: MailboxId): void {
    const entry = this.open.get(id);
    if (!entry || --entry.users > 0) return;
    this.open.delete(id);
    this.idle.set(id, entry.model);
    for (const [oldest, model] of this.idle) {
      if (this.idle.size <= KEPT) break;
      model.close();
      this.idle.delete(oldest);
    }
  }
}

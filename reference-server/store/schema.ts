/**
 * The tables. Counters, UIDNEXT and the like are kept by triggers, so that no call can forget them; what a mailbox holds is
 * clustered by UID; message octets lie apart, so that reading flags never touches them.
 */

export const SCHEMA_VERSION = 3;

/** When a recipient no longer waits as it did: the earliest of those that are left; without any the destination is forgotten. */
const DESTINATION_DUE = `
  DELETE FROM destinations WHERE name = OLD.destination
    AND NOT EXISTS (SELECT 1 FROM queued WHERE destination = OLD.destination AND due IS NOT NULL);
  UPDATE destinations SET due = (SELECT min(due) FROM queued WHERE destination = OLD.destination AND due IS NOT NULL)
    WHERE name = OLD.destination;`;

export const SCHEMA = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('schema', ${SCHEMA_VERSION}), ('uidvalidity', 0);

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL UNIQUE COLLATE NOCASE,
  credentials TEXT NOT NULL,
  quota INTEGER                                  -- octets; NULL for none
);

CREATE TABLE mailboxes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,          -- never reused: MAILBOXID
  account INTEGER NOT NULL,
  name TEXT NOT NULL,
  uidvalidity INTEGER NOT NULL,
  uidnext INTEGER NOT NULL DEFAULT 1,
  modseq INTEGER NOT NULL DEFAULT 1,
  selectable INTEGER NOT NULL DEFAULT 1,
  specialuse TEXT NOT NULL DEFAULT '',
  messages INTEGER NOT NULL DEFAULT 0,
  unseen INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  size INTEGER NOT NULL DEFAULT 0,
  recentfrom INTEGER NOT NULL DEFAULT 1,
  UNIQUE (account, name)
);

CREATE TABLE subscriptions (account INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (account, name)) WITHOUT ROWID;

CREATE TABLE keywords (
  mailbox INTEGER NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (mailbox, name)
) WITHOUT ROWID;

CREATE TABLE rights (
  mailbox INTEGER NOT NULL,
  identifier TEXT NOT NULL,
  rights TEXT NOT NULL,
  PRIMARY KEY (mailbox, identifier)
) WITHOUT ROWID;
CREATE INDEX rights_identifier ON rights (identifier);

CREATE TABLE blobs (                             -- empty where there is no file: see memory-blobs.ts
  id INTEGER PRIMARY KEY AUTOINCREMENT,          -- never reused: EMAILID
  size INTEGER NOT NULL,
  header BLOB NOT NULL,                          -- with the empty line that ends it
  body BLOB NOT NULL
);

CREATE TABLE shared (blob INTEGER PRIMARY KEY, refs INTEGER NOT NULL);   -- how many messages have it, where more than one

CREATE TABLE parsed (
  blob INTEGER NOT NULL,
  kind TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (blob, kind)
) WITHOUT ROWID;

CREATE TABLE messages (
  mailbox INTEGER NOT NULL,
  uid INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  keywords TEXT NOT NULL,                        -- parted by a space
  internaldate INTEGER NOT NULL,
  internalzone INTEGER NOT NULL,
  savedate INTEGER NOT NULL,
  size INTEGER NOT NULL,
  modseq INTEGER NOT NULL,
  blob INTEGER NOT NULL,
  threadid TEXT NOT NULL,
  unended INTEGER NOT NULL,                      -- 1 when its last line has no CRLF
  PRIMARY KEY (mailbox, uid)
) WITHOUT ROWID;
CREATE INDEX messages_unseen ON messages (mailbox, uid) WHERE (flags & 1) = 0;
CREATE INDEX messages_flagged ON messages (mailbox, uid) WHERE (flags & 4) <> 0;
CREATE INDEX messages_deleted ON messages (mailbox, uid) WHERE (flags & 8) <> 0;
CREATE INDEX messages_unended ON messages (mailbox, uid) WHERE unended = 1;

CREATE TABLE expunged (mailbox INTEGER NOT NULL, uid INTEGER NOT NULL, modseq INTEGER NOT NULL, PRIMARY KEY (mailbox, uid)) WITHOUT ROWID;
CREATE INDEX expunged_modseq ON expunged (mailbox, modseq);

CREATE TABLE queue (                             -- messages on their way to other servers
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,                            -- the id in its Received field
  envelope TEXT NOT NULL,                        -- JSON of the queue's own
  blob INTEGER NOT NULL,
  arrived INTEGER NOT NULL
);

CREATE TABLE queued (                            -- whom they are for
  entry INTEGER NOT NULL,
  number INTEGER NOT NULL,
  recipient TEXT NOT NULL,                       -- JSON of the queue's own
  destination TEXT NOT NULL,                     -- what is tried together and waits together
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due INTEGER,                                   -- when it is tried next; NULL when nothing more is to be done
  deadline INTEGER,                              -- when it is to be looked at although nothing came of it: to tell of a delay, to give up
  news TEXT NOT NULL,                            -- what the last attempt came to: JSON of the queue's own
  PRIMARY KEY (entry, number)
) WITHOUT ROWID;
CREATE INDEX queued_due ON queued (destination, due) WHERE due IS NOT NULL;
CREATE INDEX queued_deadline ON queued (deadline) WHERE deadline IS NOT NULL;

CREATE TABLE destinations (                      -- those that something waits for
  name TEXT PRIMARY KEY,
  due INTEGER NOT NULL,                          -- the earliest of its recipients' times
  hold INTEGER NOT NULL DEFAULT 0,               -- nobody is tried before, however due: it could not be reached
  failures INTEGER NOT NULL DEFAULT 0,           -- how often in a row
  news TEXT NOT NULL DEFAULT ''                  -- what the last attempt came to
) WITHOUT ROWID;
CREATE INDEX destinations_due ON destinations (failures > 0, max(due, hold));

CREATE TRIGGER recipient_added AFTER INSERT ON queued WHEN NEW.due IS NOT NULL BEGIN
  INSERT INTO destinations (name, due) VALUES (NEW.destination, NEW.due)
    ON CONFLICT (name) DO UPDATE SET due = excluded.due WHERE excluded.due < due;
END;
CREATE TRIGGER recipient_tried AFTER UPDATE OF due ON queued WHEN OLD.due IS NOT NEW.due BEGIN
  ${DESTINATION_DUE}
END;
CREATE TRIGGER recipient_removed AFTER DELETE ON queued WHEN OLD.due IS NOT NULL BEGIN
  ${DESTINATION_DUE}
END;

CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN
  UPDATE mailboxes SET messages = messages + 1, size = size + NEW.size, uidnext = NEW.uid + 1, modseq = NEW.modseq,
    unseen = unseen + ((NEW.flags & 1) = 0), deleted = deleted + ((NEW.flags & 8) <> 0) WHERE id = NEW.mailbox;
END;
CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
  UPDATE mailboxes SET messages = messages - 1, size = size - OLD.size,
    unseen = unseen - ((OLD.flags & 1) = 0), deleted = deleted - ((OLD.flags & 8) <> 0) WHERE id = OLD.mailbox;
END;
CREATE TRIGGER message_flagged AFTER UPDATE OF flags ON messages WHEN (OLD.flags & 9) <> (NEW.flags & 9) BEGIN
  UPDATE mailboxes SET unseen = unseen + ((NEW.flags & 1) = 0) - ((OLD.flags & 1) = 0),
    deleted = deleted + ((NEW.flags & 8) <> 0) - ((OLD.flags & 8) <> 0) WHERE id = NEW.mailbox;
END;
`;

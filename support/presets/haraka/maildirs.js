/** A plugin for Haraka: takes mail for the accounts of an instance, refuses the rest, and stores Maildirs. */
const { randomUUID } = require('node:crypto');
const { mkdirSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

exports.register = function () {
  this.settings = this.config.get('maildirs.json');
};

/** The account that gets mail for the address; postmaster's goes to the first one (RFC 5321 §4.5.1). */
exports.mailboxOf = function (address) {
  const { accounts, domain } = this.settings;
  const wanted = unquoted(address).toLowerCase();
  if (wanted === 'postmaster' || wanted === `postmaster@${domain}`) return accounts[0];
  return accounts.find((name) => name === wanted);
};

/** RFC 5321 §4.1.2: a local part in quotes is the same as without them. */
function unquoted(address) {
  const [, local, rest] = /^"(.*)"(@.*)?$/.exec(address) ?? [];
  return local === undefined ? address : local.replace(/\\(.)/g, '$1') + (rest ?? '');
}

exports.hook_rcpt = function (next, _connection, [address]) {
  if (this.mailboxOf(address.address) !== undefined) return next(OK);
  // Haraka refuses by itself what no plugin takes.
  return address.host?.toLowerCase() === this.settings.domain ? next(DENY, 'No such mailbox') : next();
};

/** Final delivery: a Return-Path that came along is taken away (RFC 5321 §4.4); Haraka has put its Received on top. */
exports.hook_queue = function (next, connection) {
  const { transaction } = connection;
  transaction.remove_header('Return-Path');
  transaction.add_leading_header('Return-Path', transaction.mail_from.format());
  transaction.message_stream.get_data((message) => {
    for (const recipient of transaction.rcpt_to) this.store(this.mailboxOf(recipient.address), message);
    next(OK);
  });
};

exports.store = function (mailbox, message) {
  const maildir = join(this.settings.mail, mailbox);
  for (const folder of ['tmp', 'new', 'cur']) mkdirSync(join(maildir, folder), { recursive: true });
  const name = `${Math.floor(Date.now() / 1000)}.${randomUUID()}.localhost`;
  writeFileSync(join(maildir, 'tmp', name), message);
  renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name));
};

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

/** Haraka demands a login where somebody comes to 587 or 465, by these numbers (RFC 6409 §4.3): the instance has others. */
exports.hook_connect = function (next, connection) {
  const { submission, submissions } = this.settings.ports;
  const known = { [submission]: 587, [submissions]: 465 }[connection.local.port];
  if (known) connection.set('local.port', known);
  next();
};

exports.hook_queue = function (next, connection) {
  this.deliver(connection.transaction, connection.transaction.rcpt_to, () => next(OK));
};

/** Who is logged in writes to everybody: what is for others than the accounts goes into Haraka's own queue. */
exports.hook_queue_outbound = function (next, connection) {
  const { transaction } = connection;
  const here = transaction.rcpt_to.filter(({ address }) => this.mailboxOf(address) !== undefined);
  const elsewhere = transaction.rcpt_to.filter((recipient) => !here.includes(recipient));
  transaction.rcpt_to = elsewhere;
  this.deliver(transaction, here, () => next(elsewhere.length > 0 ? CONT : OK));
};

/** Its notices to the accounts go out like all else that it writes: the way back in is its own front door. */
exports.hook_get_mx = function (next, _hmail, domain) {
  const { domain: own, ports } = this.settings;
  if (domain.toLowerCase() !== own) return next();
  next(OK, { priority: 0, exchange: '127.0.0.1', port: ports.smtp });
};

/** temp_fail_intervals knows no time below five seconds; it says how often, and this says when. */
exports.hook_deferred = (next) => {
  next(DENYSOFT, '1');
};

/** Final delivery: a Return-Path that came along is taken away (RFC 5321 §4.4); Haraka has put its Received on top. */
exports.deliver = function (transaction, recipients, done) {
  if (recipients.length === 0) return done();
  transaction.remove_header('Return-Path');
  transaction.add_leading_header('Return-Path', transaction.mail_from.format());
  transaction.message_stream.get_data((message) => {
    for (const recipient of recipients) this.store(this.mailboxOf(recipient.address), message);
    transaction.remove_header('Return-Path');
    done();
  });
};

exports.store = function (mailbox, message) {
  const maildir = join(this.settings.mail, mailbox);
  for (const folder of ['tmp', 'new', 'cur']) mkdirSync(join(maildir, folder), { recursive: true });
  const name = `${Math.floor(Date.now() / 1000)}.${randomUUID()}.localhost`;
  writeFileSync(join(maildir, 'tmp', name), message);
  renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name));
};

// Greets, takes an envelope, and then goes wrong: it dies of a recipient that it did not expect, and never answers the end of a message.
const { commands, serve, unstuffed } = require('./early.js');

const { RCPT } = commands;
commands.RCPT = (session, rest) => {
  const reply = RCPT(session, rest);
  if (!reply.startsWith('250'))
    throw new TypeError(`Cannot read properties of undefined (reading 'mailbox') for ${rest}`);
  return reply;
};
// A line that ends nothing is data.
serve({ unstuffed, isEnd: () => false });

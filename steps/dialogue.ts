/** What goes over the wire. */
import { checkCertificate } from '../support/scenario/certificate';
import { checkResponses, type ResponseQuality } from '../support/scenario/imap-responses';
import { playAnew } from '../support/scenario/play-anew';
import { checkReplyLines } from '../support/scenario/reply-lines';
import type { Start } from '../support/scenario/starts';
import { checkTakesAsLong } from '../support/scenario/takes-as-long';
import { Dialogue, Then } from './vocabulary';

Dialogue('the client sends: {line}', function (line: string) {
  this.stage.send(line);
});

Dialogue('the client speaks and the connection is lost:', async function (dialogue: string) {
  await this.stage.play(dialogue, this.mediaType);
  this.stage.loseConnections();
});

Dialogue('the dialogue is played {int} times:', async function (times: number, dialogue: string) {
  await this.stage.playTimes(times, dialogue, this.mediaType);
});

Dialogue(
  'the dialogue is played {int} times, each time in a(n) {session}:',
  async function (times: number, start: Start, dialogue: string) {
    await playAnew(this.stage, times, { start, dialogue, mediaType: this.mediaType });
  },
);

Dialogue('the dialogue is:', async function (dialogue: string) {
  await this.stage.play(dialogue, this.mediaType);
});

Dialogue(
  'a(n) {session} takes as long with {line} as with {line}:',
  async function (start: Start, one: string, other: string, dialogue: string) {
    await checkTakesAsLong(this.stage, { start, dialogue, mediaType: this.mediaType }, [one, other]);
  },
);

Then('the reply is {reply}', async function (status: string) {
  await this.stage.play(`S: ${status}`, this.stage.session().protocol);
});

Then('every line of the last reply is {line-quality}', function (quality: string) {
  const { lastLines, protocol } = this.stage.session();
  checkReplyLines(lastLines, quality, protocol);
});

Then("the server's certificate has {certificate-quality}", function (quality: string) {
  const { connection } = this.stage.session();
  checkCertificate(connection.tls, this.stage.target.tls.servername, quality);
});

Then('the untagged responses have {response-quality}', function (quality: ResponseQuality) {
  checkResponses(this.stage.session().lastUntagged, quality);
});

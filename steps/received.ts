/** What is asked of the message that the last step looked at. */
import type { DataTable } from '@cucumber/cucumber';
import { checkResults, type ResultRow } from '../support/scenario/authentication-results';
import { checkFieldQuality, type FieldQuality } from '../support/scenario/field-quality';
import { namedMessage } from '../support/scenario/named-messages';
import { checkReading, type ReadingRow } from '../support/scenario/reading';
import * as received from '../support/scenario/received';
import { checkReport } from '../support/scenario/report';
import { checkSignature, type SignatureRow } from '../support/scenario/signature';
import { checkTrace, type TraceQuality } from '../support/scenario/trace';
import { Then } from './vocabulary';

Then('the received message begins with the lines:', function (lines: string) {
  received.checkFirstLines(this.stage.lookedAt(), lines, this.stage.scope);
});

Then('the received message has the header field: {line}', function (field: string) {
  received.checkHeaderField(this.stage.lookedAt(), field, this.stage.scope);
});

Then('the received message has the header field {word} {int} time(s)', function (name: string, times: number) {
  received.checkFieldCount(this.stage.lookedAt(), name, times);
});

Then(
  'every field {word} of the received message holds {field-quality}',
  function (name: string, quality: FieldQuality) {
    checkFieldQuality(this.stage.lookedAt(), name, quality);
  },
);

Then('the received message has the header fields in this order:', function (fields: string) {
  received.checkFieldOrder(this.stage.lookedAt(), fields, this.stage.scope);
});

Then('the received message ends with the message {name}', function (name: string) {
  received.checkEndsWith(this.stage.lookedAt(), namedMessage(this.stage, name));
});

Then('the received message does not contain: {line}', function (text: string) {
  received.checkDoesNotContain(this.stage.lookedAt(), this.stage.scope.expand(text));
});

Then('the top Received field has {trace}', function (quality: TraceQuality) {
  checkTrace(received.topReceived(this.stage.lookedAt()), quality, this.stage.traceFacts());
});

Then('the received message has the authentication results:', function (table: DataTable) {
  checkResults(this.stage.lookedAt(), table.hashes() as unknown as ResultRow[], this.stage.scope);
});

Then('the received message is signed by {line} with:', function (domain: string, table: DataTable) {
  const { scope, target } = this.stage;
  const rows = table.hashes() as unknown as SignatureRow[];
  checkSignature(this.stage.lookedAt(), scope.expand(domain).toString(), rows, { keys: target.dkimKeys, scope });
});

Then('the report says of {line}:', function (about: string, fields: string) {
  checkReport(this.stage.lookedAt(), this.stage.scope.expand(about).toString(), fields, this.stage.scope);
});

Then('parsers read in the received message:', async function (table: DataTable) {
  await checkReading(this.stage.lookedAt(), table.hashes() as unknown as ReadingRow[], this.stage.scope);
});

/** What lies in alice's mailbox when she signs in: a bit of everything that a page shows. */
const BOUNDARY = 'mixed-1';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';

/** The oldest first. Among so many others one has the bill that the journey is about. */
export function mailbox(): Buffer[] {
  const talk = Array.from({ length: 12 }, (_, index) =>
    message(head(`Carol <carol@example.test>`, `Minutes of meeting ${index + 1}`, index), '', 'We met, and we spoke.'),
  );
  return [...talk, welcome(), bill(), returned()];
}

function head(from: string, subject: string, day: number): string[] {
  return [
    `From: ${from}`,
    'To: Alice <alice@example.test>',
    `Subject: ${subject}`,
    `Date: ${new Date(Date.UTC(2026, 0, 5 + day, 9, 30)).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${day}.${subject.length}@example.test>`,
    'MIME-Version: 1.0',
  ];
}

function welcome(): Buffer {
  return message(
    head(
      '=?utf-8?B?Sm9zw6kgw5HDocOxZXo=?= <jose@example.test>',
      '=?utf-8?Q?Bienvenida_=E2=80=93_=E4=BD=A0=E5=A5=BD?=',
      20,
    ),
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    '¡Hola, Alicia! 你好 — ¿vienes mañana?',
  );
}

/** HTML with a picture of its own, one from elsewhere and a link, and a file beside it. */
function bill(): Buffer {
  return message(
    head('Shop <bills@shop.example>', 'Your bill 4711', 21),
    `Content-Type: multipart/mixed; boundary=${BOUNDARY}`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: multipart/related; boundary=related-1',
    '',
    '--related-1',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html lang="en"><title>Your bill</title><h1>Thank you</h1><p>Please pay <b>12 €</b> by <a href="https://shop.example/pay">this way</a>.</p>',
    '<p><img src="cid:logo@shop.example" alt="our sign" width="24" height="24"> <img src="https://shop.example/seen.png" alt="an offer"></p></html>',
    '--related-1',
    'Content-Type: image/png',
    'Content-ID: <logo@shop.example>',
    'Content-Disposition: inline',
    'Content-Transfer-Encoding: base64',
    '',
    PIXEL,
    '--related-1--',
    `--${BOUNDARY}`,
    'Content-Type: text/csv; charset=utf-8; name=bill.csv',
    'Content-Disposition: attachment; filename=bill.csv',
    '',
    'what;price',
    'socks;12',
    `--${BOUNDARY}--`,
  );
}

function returned(): Buffer {
  return message(
    head('Mail system <MAILER-DAEMON@example.test>', 'Undeliverable: your letter', 22),
    'Content-Type: multipart/report; report-type=delivery-status; boundary=report-1',
    '',
    '--report-1',
    '',
    'It could not be delivered.',
    '--report-1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.test',
    '',
    'Final-Recipient: rfc822; dave@far.example',
    'Action: failed',
    'Status: 5.1.1',
    '--report-1--',
  );
}

function message(...lines: (string | string[])[]): Buffer {
  return Buffer.from(
    lines
      .flat()
      .map((line) => `${line}\r\n`)
      .join(''),
  );
}

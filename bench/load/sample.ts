/** Messages for loads: a plain text of about 2.5 KB; every tenth one is a multipart. */
const LINE = 'All work and no play makes the postman a dull fellow, and his letters long.\r\n';

export function sample(n: number): Buffer {
  const head = [
    'From: Sender <sender@elsewhere.test>',
    'To: Alice <alice@example.test>',
    `Subject: message ${n}`,
    `Date: Mon, 23 Nov 2026 10:00:${String(n % 60).padStart(2, '0')} +0000`,
    `Message-ID: <bench.${n}@elsewhere.test>`,
    'MIME-Version: 1.0',
  ];
  const text = LINE.repeat(30);
  if (n % 10 !== 0) return Buffer.from(`${[...head, 'Content-Type: text/plain', '', text].join('\r\n')}`);
  const part = (type: string) => `--cut\r\nContent-Type: ${type}\r\n\r\n${LINE.repeat(15)}`;
  return Buffer.from(
    `${[...head, 'Content-Type: multipart/mixed; boundary=cut', '', part('text/plain') + part('text/html')].join('\r\n')}--cut--\r\n`,
  );
}

import { portOf, type Submitter } from './submitter';

const SCRIPT = `
import smtplib, ssl, sys
way, port, mechanism, user, password, ca, to, path = sys.argv[1:]
context = ssl.create_default_context(cafile=ca)
if way == 'STARTTLS':
    smtp = smtplib.SMTP('localhost', int(port))
    smtp.starttls(context=context)
else:
    smtp = smtplib.SMTP_SSL('localhost', int(port), context=context)
with smtp:
    smtp.ehlo()
    assert mechanism in smtp.esmtp_features['auth'].split(), smtp.esmtp_features
    smtp.user, smtp.password = user, password
    smtp.auth_oauthbearer = lambda refusal=None: 'n,a=%s,\\1auth=Bearer %s\\1\\1' % (user, password) if refusal is None else '\\1'
    smtp.auth_xoauth2 = lambda refusal=None: 'user=%s\\1auth=Bearer %s\\1\\1' % (user, password) if refusal is None else ''
    smtp.auth(mechanism, getattr(smtp, 'auth_' + mechanism.lower().replace('-', '_')))
    smtp.sendmail(user, [to], open(path, 'rb').read(), mail_options=['BODY=8BITMIME'])
`;

export const smtplib: Submitter = {
  name: "Python's smtplib",
  programs: ['python3'],
  mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'OAUTHBEARER', 'XOAUTH2'],
  async submit(setting, { way, mechanism, secret, to }) {
    const { run, sender, ca, file } = setting;
    const where = [way, `${portOf(setting, way)}`, mechanism];
    await run('python3', ['-c', SCRIPT, ...where, sender.address, secret, ca, to, file.crlf]);
  },
};

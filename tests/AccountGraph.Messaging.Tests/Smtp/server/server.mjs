// A mail server for tests: speaks SMTP as others wrote it, and tells on standard output, one JSON line each,
// its port and every mail that it took, read by a MIME parser of its own.
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const settings = JSON.parse(process.argv[2]);
const tell = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

const server = new SMTPServer({
  secure: settings.security === 'Tls',
  hideSTARTTLS: settings.security === 'None',
  key: readFileSync(settings.keyFile),
  cert: readFileSync(settings.certificateFile),
  authMethods: settings.mechanisms,
  authOptional: !settings.user,
  disableReverseLookup: true,
  logger: false,
  onAuth(auth, session, done) {
    if (auth.username === settings.user && auth.password === settings.password) {
      done(null, { user: `${auth.method} ${auth.username}` });
    } else {
      done(new Error(`wrong password ${auth.password}`));
    }
  },
  onRcptTo(address, session, done) {
    const code = Number(/^reply(\d+)@/.exec(address.address)?.[1]);
    done(code ? Object.assign(new Error(`no ${address.address}`), { responseCode: code }) : undefined);
  },
  async onData(stream, session, done) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const mail = await PostalMime.parse(raw);
    tell({
      client: session.hostNameAppearsAs,
      user: session.user ?? null,
      isEncrypted: Boolean(session.secure),
      sender: session.envelope.mailFrom.address,
      recipients: session.envelope.rcptTo.map((recipient) => recipient.address),
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      messageId: mail.messageId,
      date: mail.date,
      text: mail.text,
      html: mail.html,
      raw: raw.toString('utf8'),
    });
    done();
  },
});

server.on('error', () => {});
server.listen(0, '127.0.0.1', () => tell({ port: server.server.address().port }));
// Ends with the test process, however that ends.
process.stdin.on('close', () => process.exit(0)).resume();

// The Account and Graphql services of an SDK, method by method.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { codeIn, linkIn, messageTo, newEmail, newPhone, password } from './gateway.mjs';
import { Visitor } from './visitors.mjs';

// Signing in by another service, and consents to other programs: not offered.
const notOffered = new Set([
  'createOAuth2Session', 'createOAuth2Token',
  'listConsents', 'getConsent', 'deleteConsent', 'listConsentTokens', 'getConsentToken', 'deleteConsentToken',
]);

const url = 'http://localhost/landing';

const methodsOf = (service) =>
  Object.getOwnPropertyNames(service.prototype).filter((name) => name !== 'constructor' && name !== 'client');

export function testAccountService(name, edition) {
  const { Account, ID, Query } = edition.sdk;
  const called = new Set();
  const visitor = () => new Visitor(edition, called);
  const has = (method) => method in Account.prototype;
  const on = (title, run) => test(`${name}: ${title}`, run);

  async function member() {
    const person = { email: newEmail(), password, visitor: visitor() };
    person.user = await person.visitor.run('create', {
      userId: ID.unique(), email: person.email, password, name: 'Ada',
    });
    await person.visitor.open('createEmailPasswordSession', { email: person.email, password });
    return person;
  }

  on('create, createEmailPasswordSession and get', async () => {
    const { user, email, visitor: ada } = await member();
    const account = await ada.run('get');
    assert.equal(account.$id, user.$id);
    assert.equal(account.email, email);
    assert.equal(account.name, 'Ada');
    assert.equal(account.emailVerification, false);
  });

  on('a failure is an AppwriteException with code and type', async () => {
    const { email } = await member();
    await assert.rejects(
      visitor().run('createEmailPasswordSession', { email, password: 'not the password' }),
      { name: 'AppwriteException', code: 401, type: 'user_invalid_credentials' });
  });

  on('createAnonymousSession', async () => {
    const guest = visitor();
    const session = await guest.open('createAnonymousSession');
    assert.equal(session.provider, 'anonymous');
    assert.equal((await guest.run('get')).$id, session.userId);
  });

  on('updateName', async () => {
    const { visitor: ada } = await member();
    assert.equal((await ada.run('updateName', { name: 'Ada L. · Ünïcode' })).name, 'Ada L. · Ünïcode');
  });

  on('updateEmail', async () => {
    const { visitor: ada } = await member();
    const email = newEmail();
    assert.equal((await ada.run('updateEmail', { email, password })).email, email);
  });

  on('updatePassword', async () => {
    const { email, visitor: ada } = await member();
    await ada.run('updatePassword', { password: 'another good passphrase', oldPassword: password });
    const session = await visitor().open('createEmailPasswordSession', { email, password: 'another good passphrase' });
    assert.equal(session.provider, 'email');
  });

  on('getPrefs and updatePrefs', async () => {
    const { visitor: ada } = await member();
    const prefs = { theme: 'dark', deep: { list: [1, 'two', null] } };
    assert.deepEqual(plain(await ada.run('getPrefs')), {});
    assert.deepEqual(plain((await ada.run('updatePrefs', { prefs })).prefs), prefs);
    assert.deepEqual(plain(await ada.run('getPrefs')), prefs);
  });

  on('listLogs with a query', async () => {
    const { visitor: ada } = await member();
    await ada.run('updateName', { name: 'Countess' });
    const all = await ada.run('listLogs');
    assert.deepEqual(all.logs.map((log) => log.event).sort(), ['session.create', 'user.create', 'user.update']);
    const one = await ada.run('listLogs', { queries: [Query.limit(1)] });
    assert.equal(one.logs.length, 1);
    assert.equal(one.logs[0].event, 'user.update');
  });

  on('listIdentities and deleteIdentity', async () => {
    const { visitor: ada } = await member();
    assert.deepEqual(plain(await ada.run('listIdentities')), { total: 0, identities: [] });
    // Without OAuth2 nobody has an identity; that the route answers for itself is what can be seen.
    await assert.rejects(
      ada.run('deleteIdentity', { identityId: ID.unique() }), { code: 404, type: 'user_identity_not_found' });
    called.add('deleteIdentity');
  });

  on('listSessions, getSession, updateSession and deleteSession', async () => {
    const { email, visitor: ada } = await member();
    const elsewhere = await visitor().open('createEmailPasswordSession', { email, password });
    assert.equal((await ada.run('listSessions')).total, 2);
    const current = await ada.run('getSession', { sessionId: 'current' });
    assert.equal(current.current, true);
    assert.equal((await ada.run('updateSession', { sessionId: 'current' })).$id, current.$id);
    await ada.run('deleteSession', { sessionId: elsewhere.$id });
    const left = await ada.run('listSessions');
    assert.deepEqual(left.sessions.map((session) => session.$id), [current.$id]);
  });

  on('deleteSession of the current session signs out', async () => {
    const { visitor: ada } = await member();
    await ada.run('deleteSession', { sessionId: 'current' });
    await assert.rejects(ada.run('get'), { code: 401 });
  });

  on('deleteSessions signs out everywhere', async () => {
    const { email, visitor: ada } = await member();
    const elsewhere = visitor();
    await elsewhere.open('createEmailPasswordSession', { email, password });
    await ada.run('deleteSessions');
    await assert.rejects(elsewhere.run('get'), { code: 401 });
  });

  on('createJWT', async () => {
    const { user, visitor: ada } = await member();
    const { jwt } = await ada.run('createJWT');
    assert.equal((await ada.withJwt(jwt).run('get')).$id, user.$id);
  });

  on('createEmailToken and createSession', async () => {
    const email = newEmail();
    const guest = visitor();
    const token = await guest.run('createEmailToken', { userId: ID.unique(), email, phrase: true });
    const message = await messageTo(email);
    assert.notEqual(token.phrase, '');
    assert.ok(message.text.includes(token.phrase));
    await guest.open('createSession', { userId: token.userId, secret: codeIn(message) });
    assert.equal((await guest.run('get')).email, email);
  });

  on('createMagicURLToken and updateMagicURLSession', async () => {
    const email = newEmail();
    const guest = visitor();
    await guest.run('createMagicURLToken', { userId: ID.unique(), email, url });
    const { userId, secret } = linkIn(await messageTo(email));
    const session = await guest.open('updateMagicURLSession', { userId, secret });
    assert.equal(session.provider, 'magic-url');
    assert.equal((await guest.run('get')).emailVerification, true);
  });

  on('createPhoneToken and updatePhoneSession', async () => {
    const phone = newPhone();
    const guest = visitor();
    const { userId } = await guest.run('createPhoneToken', { userId: ID.unique(), phone });
    await guest.open('updatePhoneSession', { userId, secret: codeIn(await messageTo(phone)) });
    assert.equal((await guest.run('get')).phone, phone);
  });

  on('createRecovery and updateRecovery', async () => {
    const { email } = await member();
    const guest = visitor();
    await guest.run('createRecovery', { email, url });
    const { userId, secret } = linkIn(await messageTo(email));
    await guest.run('updateRecovery', { userId, secret, password: 'a recovered passphrase' });
    const session = await visitor().open('createEmailPasswordSession', { email, password: 'a recovered passphrase' });
    assert.equal(session.userId, userId);
  });

  for (const what of ['Verification', 'EmailVerification'].filter((spelling) => has(`create${spelling}`))) {
    on(`create${what} and update${what}`, async () => {
      const { email, visitor: ada } = await member();
      await ada.run(`create${what}`, { url });
      const { userId, secret } = linkIn(await messageTo(email));
      await ada.run(`update${what}`, { userId, secret });
      assert.equal((await ada.run('get')).emailVerification, true);
    });
  }

  on('updatePhone, createPhoneVerification and updatePhoneVerification', async () => {
    const { user, visitor: ada } = await member();
    const phone = newPhone();
    assert.equal((await ada.run('updatePhone', { phone, password })).phone, phone);
    await ada.run('createPhoneVerification');
    await ada.run('updatePhoneVerification', { userId: user.$id, secret: codeIn(await messageTo(phone)) });
    assert.equal((await ada.run('get')).phoneVerification, true);
  });

  on('updateStatus blocks the account', async () => {
    const { email, visitor: ada } = await member();
    assert.equal((await ada.run('updateStatus')).status, false);
    await assert.rejects(
      visitor().run('createEmailPasswordSession', { email, password }), { code: 401, type: 'user_blocked' });
  });

  for (const mfa of ['Mfa', 'MFA'].filter((spelling) => has(`create${spelling}Challenge`))) {
    on(`updateMFA, ${mfa} authenticators, challenges, factors and recovery codes`, async () => {
      const { email, visitor: ada } = await member();
      const { secret, uri } = await ada.run(`create${mfa}Authenticator`, { type: 'totp' });
      const codes = new TOTP({ secret: Secret.fromBase32(secret) });
      assert.equal(new URL(uri).protocol, 'otpauth:');
      await ada.run(`update${mfa}Authenticator`, { type: 'totp', otp: codes.generate() });
      const { recoveryCodes } = await ada.run(`create${mfa}RecoveryCodes`);
      assert.equal((await ada.run('updateMFA', { mfa: true })).mfa, true);

      const elsewhere = visitor();
      await elsewhere.open('createEmailPasswordSession', { email, password });
      await assert.rejects(elsewhere.run('get'), { code: 401, type: 'user_more_factors_required' });
      const factors = await elsewhere.run(`list${mfa}Factors`);
      assert.equal(factors.totp, true);
      assert.equal(factors.recoveryCode, true);
      const challenge = await elsewhere.run(`create${mfa}Challenge`, { factor: 'totp' });
      // A code works once: this is the one that follows.
      const otp = codes.generate({ timestamp: Date.now() + 30_000 });
      await elsewhere.run(`update${mfa}Challenge`, { challengeId: challenge.$id, otp });
      assert.equal((await elsewhere.run('get')).email, email);

      const shown = await elsewhere.run(`get${mfa}RecoveryCodes`);
      assert.equal(shown.recoveryCodes.length, recoveryCodes.length);
      const renewed = await elsewhere.run(`update${mfa}RecoveryCodes`);
      assert.equal(renewed.recoveryCodes.some((code) => recoveryCodes.includes(code)), false);
      await elsewhere.run(`delete${mfa}Authenticator`, { type: 'totp' });
      assert.equal((await elsewhere.run(`list${mfa}Factors`)).totp, false);
    });

    on(`${mfa} challenge answered with a recovery code`, async () => {
      const { email, visitor: ada } = await member();
      const { recoveryCodes } = await ada.run(`create${mfa}RecoveryCodes`);
      const { secret } = await ada.run(`create${mfa}Authenticator`, { type: 'totp' });
      const codes = new TOTP({ secret: Secret.fromBase32(secret) });
      await ada.run(`update${mfa}Authenticator`, { type: 'totp', otp: codes.generate() });
      await ada.run('updateMFA', { mfa: true });

      const elsewhere = visitor();
      await elsewhere.open('createEmailPasswordSession', { email, password });
      const challenge = await elsewhere.run(`create${mfa}Challenge`, { factor: 'recoverycode' });
      await elsewhere.run(`update${mfa}Challenge`, { challengeId: challenge.$id, otp: recoveryCodes[0] });
      assert.equal((await elsewhere.run('get')).mfa, true);
    });
  }

  if (has('createPushTarget')) {
    on('createPushTarget, updatePushTarget and deletePushTarget', async () => {
      const { user, visitor: ada } = await member();
      const target = await ada.run('createPushTarget', { targetId: ID.unique(), identifier: 'device-1' });
      assert.equal(target.providerType, 'push');
      assert.equal(target.userId, user.$id);
      const moved = await ada.run('updatePushTarget', { targetId: target.$id, identifier: 'device-2' });
      assert.equal(moved.identifier, 'device-2');
      await ada.run('deletePushTarget', { targetId: target.$id });
      assert.deepEqual((await ada.run('get')).targets.map((left) => left.providerType), ['email']);
    });
  }

  on('graphql.query', async () => {
    const { email, user, visitor: ada } = await member();
    const answer = await ada.graphql('query', {
      query: 'query Me { accountGet { _id email prefs { data } } }', operationName: 'Me',
    });
    assert.deepEqual(plain(answer), { data: { accountGet: { _id: user.$id, email, prefs: { data: '{}' } } } });
  });

  on('graphql.mutation with variables', async () => {
    const { visitor: ada } = await member();
    const answer = await ada.graphql('mutation', {
      query: 'mutation Rename($name: String!) { accountUpdateName(name: $name) { name } }',
      variables: { name: 'Grace' },
    });
    assert.deepEqual(plain(answer), { data: { accountUpdateName: { name: 'Grace' } } });
  });

  on('graphql.query with a batch', async () => {
    const { email, visitor: ada } = await member();
    const answers = await ada.graphql('query', [
      { query: '{ accountGet { email } }' }, { query: '{ accountListSessions { total } }' },
    ]);
    assert.deepEqual(plain(answers), [
      { data: { accountGet: { email } } }, { data: { accountListSessions: { total: 1 } } },
    ]);
  });

  on('no method of the Account service is left out', () => {
    const missing = methodsOf(Account).filter((method) => !called.has(method) && !notOffered.has(method));
    assert.deepEqual(missing, []);
  });

  after(() => {
    delete globalThis.window;
  });
}

/** The newer SDKs parse into objects of no class, which are not equal to literals. */
const plain = (value) => JSON.parse(JSON.stringify(value));

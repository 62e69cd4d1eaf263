// The OpenAPI document: valid, and true of what the routes answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { endpoint, newEmail, password, project } from './gateway.mjs';

const documentUrl = `${endpoint}/openapi.json`;

const read = async () => {
  const answer = await fetch(documentUrl);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('Content-Type'), /^application\/json/);
  return answer.json();
};

const dereference = (document, node) =>
  node.$ref ? node.$ref.slice(2).split('/').reduce((at, name) => at[name], document) : node;

/** Calls routes as the document describes them, and holds every answer to its schema. */
class Caller {
  #document;
  #ajv = new Ajv2020({ strict: false });
  #session = '';

  constructor(document) {
    this.#document = document;
    this.#ajv.addSchema({ $id: 'api', components: document.components });
  }

  async call(method, path, { body, parameters = {} } = {}) {
    const described = this.#document.paths[path]?.[method.toLowerCase()];
    assert.ok(described, `${method} ${path} is not in the document`);
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => parameters[name]);
    const answer = await fetch(endpoint + filled, {
      method,
      headers: {
        'Content-Type': 'application/json', 'X-Appwrite-Project': project, 'X-Appwrite-Session': this.#session,
      },
      body: body && JSON.stringify(body),
    });
    const response = dereference(this.#document, described.responses[answer.status] ?? described.responses.default);
    const fallback = answer.headers.get('X-Fallback-Cookies');
    if (fallback) this.#session = JSON.parse(fallback)[`a_session_${project}`] ?? '';
    if (!response.content) {
      assert.equal(await answer.text(), '');
      return null;
    }

    const value = await answer.json();
    this.#check(response.content['application/json'].schema, value);
    return value;
  }

  #check(schema, value) {
    const reference = schema.$ref ? { $ref: `api${schema.$ref}` } : schema;
    const isValid = this.#ajv.compile(reference);
    assert.ok(isValid(value), JSON.stringify(isValid.errors));
    const { properties } = dereference(this.#document, schema);
    if (properties) assert.deepEqual(Object.keys(value).sort(), Object.keys(properties).sort());
  }
}

test('the document is valid OpenAPI', async () => {
  const validator = new Validator();
  // This validator takes a property named $id for the keyword.
  const document = JSON.parse(JSON.stringify(await read()).replaceAll('"$id"', '"id"'));
  const { valid, errors } = await validator.validate(document);
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(validator.version, '3.1');
});

test('every operation has one name, and every reference an end', async () => {
  const document = await read();
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const names = operations.map((operation) => operation.operationId).filter(Boolean);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length >= 46, `${names.length} operations`);
  JSON.stringify(document, (key, value) => {
    if (key === '$ref') assert.ok(dereference(document, { $ref: value }), value);
    return value;
  });
});

test('the routes answer as the document says', async () => {
  const caller = new Caller(await read());
  const email = newEmail();
  await caller.call('POST', '/account', { body: { userId: 'unique()', email, password } });
  await caller.call('POST', '/account/sessions/email', { body: { email, password } });
  const target = await caller.call(
    'POST', '/account/targets/push', { body: { targetId: 'unique()', identifier: 'device' } });
  assert.equal(target.providerId, null);
  const account = await caller.call('GET', '/account');
  assert.equal(account.email, email);
  await caller.call('PATCH', '/account/prefs', { body: { prefs: { theme: 'dark' } } });
  assert.deepEqual(await caller.call('GET', '/account/prefs'), { theme: 'dark' });
  for (const path of ['sessions', 'logs', 'identities', 'mfa/factors']) await caller.call('GET', `/account/${path}`);
  await caller.call('POST', '/account/jwts');
  await caller.call('POST', '/account/mfa/recovery-codes');
  await caller.call('POST', '/account/mfa/authenticators/{type}', { parameters: { type: 'totp' } });
  await caller.call('POST', '/account/mfa/challenges', { body: { factor: 'recoverycode' } });
  await caller.call('POST', '/account/recovery', { body: { email, url: 'http://localhost/' } });
  await caller.call('GET', '/account/sessions/{sessionId}', { parameters: { sessionId: 'current' } });
  const refused = await caller.call('PATCH', '/account/name', { body: {} });
  assert.equal(refused.type, 'general_argument_invalid');
  await caller.call('DELETE', '/account/sessions/{sessionId}', { parameters: { sessionId: 'current' } });
  assert.equal((await caller.call('GET', '/account')).code, 401);
});

// The audits of GraphQL over HTTP, written by the people who wrote that specification.
import assert from 'node:assert/strict';
import test from 'node:test';
import { serverAudits } from 'graphql-http';
import { graphqlUrl } from './gateway.mjs';

const audits = serverAudits({ url: graphqlUrl });

test('there are as many audits as there were when they all passed', () => {
  assert.equal(audits.length, 61);
});

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, 'ok', result.reason);
  });
}

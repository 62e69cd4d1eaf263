// Tools that read the schema: from its text, and by introspection.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, parse, printSchema, validateSchema,
} from 'graphql';
import { graphqlUrl, origin } from './gateway.mjs';

const text = async () => {
  const answer = await fetch(`${origin}/schema.graphql`);
  assert.equal(answer.status, 200);
  return answer.text();
};

const introspected = async () => {
  const answer = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      query: getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, schemaDescription: true }),
    }),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  return buildClientSchema(data);
};

test('the schema as text is valid', async () => {
  assert.deepEqual(validateSchema(buildSchema(await text())), []);
});

test('introspection tells the same schema as the text', async () => {
  const told = printSchema(lexicographicSortSchema(await introspected()));
  assert.equal(told, printSchema(lexicographicSortSchema(buildSchema(await text()))));
});

for (const [source, schemaOf] of Object.entries({ text: async () => buildSchema(await text()), introspected })) {
  test(`graphql-codegen writes types from the schema (${source})`, async () => {
    const schema = await schemaOf();
    const document = parse('query Me { accountGet { _id prefs { data } sessions: targets { identifier } } }');
    const code = await codegen({
      schema: parse(printSchema(schema)),
      schemaAst: schema,
      documents: [{ location: 'me.graphql', document }],
      filename: 'types.ts',
      config: {},
      plugins: [{ typescript: {} }, { operations: {} }],
      pluginMap: { typescript, operations },
    });
    assert.match(code, /export type User = \{/);
    assert.match(code, /export type MutationAccountCreateArgs = \{/);
    assert.match(code, /export type MeQuery = /);
  });
}

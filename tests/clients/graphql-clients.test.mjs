// GraphQL clients that know nothing of accounts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { Client, fetchExchange, cacheExchange } from '@urql/core';
import { ClientError, GraphQLClient } from 'graphql-request';
import { graphqlUrl, newEmail, origin, password, project } from './gateway.mjs';

const createAccount = `mutation Create($email: String!, $password: String!) {
  accountCreate(userId: "unique()", email: $email, password: $password) { _id email }
}`;
const signIn = `mutation SignIn($email: String!, $password: String!) {
  accountCreateEmailPasswordSession(email: $email, password: $password) { userId current }
}`;
const me = '{ accountGet { _id email } }';

/** What a browser does for these clients: sends back the cookies it was given. */
function newBrowserFetch() {
  const cookies = new Map();
  return async (url, options = {}) => {
    const headers = new Headers(options.headers);
    headers.set('Origin', origin);
    headers.set('X-Appwrite-Project', project);
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(url, { ...options, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      cookies.set(name, value);
    }

    return answer;
  };
}

const clients = {
  'Apollo Client': () => {
    const link = new HttpLink({ uri: graphqlUrl, fetch: newBrowserFetch() });
    return apollo(link);
  },
  'Apollo Client with batches': () => {
    const link = new BatchHttpLink({ uri: graphqlUrl, fetch: newBrowserFetch(), batchInterval: 5 });
    return apollo(link);
  },
  urql: () => {
    const client = new Client({
      url: graphqlUrl, fetch: newBrowserFetch(), exchanges: [cacheExchange, fetchExchange], preferGetMethod: false,
    });
    return urql(client);
  },
  'urql with GET': () => {
    const client = new Client({
      url: graphqlUrl, fetch: newBrowserFetch(), exchanges: [fetchExchange], preferGetMethod: 'force',
    });
    return urql(client);
  },
  'graphql-request': () => {
    const client = new GraphQLClient(graphqlUrl, { fetch: newBrowserFetch() });
    const run = (document, variables) => client.request(document, variables);
    return {
      query: run,
      mutate: run,
      typeOf: (error) => error instanceof ClientError && error.response.errors[0].extensions.type,
    };
  },
};

function apollo(link) {
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const typeOf = (error) => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.type;
  return {
    query: async (query, variables) =>
      (await client.query({ query: gql(query), variables, fetchPolicy: 'network-only' })).data,
    mutate: async (mutation, variables) => (await client.mutate({ mutation: gql(mutation), variables })).data,
    typeOf,
  };
}

function urql(client) {
  const data = (result) => {
    if (result.error) throw result.error;
    return result.data;
  };
  return {
    query: async (query, variables = {}) => data(await client.query(query, variables).toPromise()),
    mutate: async (mutation, variables) => data(await client.mutation(mutation, variables).toPromise()),
    typeOf: (error) => error.graphQLErrors[0].extensions.type,
  };
}

for (const [name, newClient] of Object.entries(clients)) {
  test(`${name} signs up, signs in and reads the account`, async () => {
    const client = newClient();
    const email = newEmail();
    const created = await client.mutate(createAccount, { email, password });
    const opened = await client.mutate(signIn, { email, password });
    assert.equal(opened.accountCreateEmailPasswordSession.current, true);
    const { accountGet } = await client.query(me);
    assert.equal(accountGet._id, created.accountCreate._id);
    assert.equal(accountGet.email, email);
  });

  test(`${name} shows the type of an error`, async () => {
    const client = newClient();
    await assert.rejects(client.query(me), (error) => client.typeOf(error) === 'general_unauthorized_scope');
  });

  test(`${name} runs several queries at once`, async () => {
    const client = newClient();
    const email = newEmail();
    await client.mutate(createAccount, { email, password });
    await client.mutate(signIn, { email, password });
    const [account, sessions, prefs] = await Promise.all([
      client.query(me), client.query('{ accountListSessions { total } }'), client.query('{ accountGetPrefs { data } }'),
    ]);
    assert.equal(account.accountGet.email, email);
    assert.equal(sessions.accountListSessions.total, 1);
    assert.equal(prefs.accountGetPrefs.data, '{}');
  });
}

// Where the gateway under test is, and what several suites need of it.
import assert from 'node:assert/strict';

export const origin = process.env.GATEWAY_URL ?? 'http://127.0.0.1:5080';
export const endpoint = `${origin}/v1`;
export const graphqlUrl = `${endpoint}/graphql`;
export const project = 'default';
export const apiKey = process.env.GATEWAY_API_KEY ?? '';
export const password = 'correct horse battery staple';

let people = 0;

/** An address that no other test has used. */
export const newEmail = () => `person-${process.pid}-${(people += 1)}@example.com`;

/** A phone number that no other test has used. */
export const newPhone = () => `+4915${String(process.pid).padStart(7, '0').slice(-7)}${100 + (people += 1)}`;

/** The newest message for an address or number, from the mailbox of Development. */
export async function messageTo(recipient) {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${origin}/mailbox/messages?to=${encodeURIComponent(recipient)}`);
    assert.equal(answer.status, 200);
    const messages = await answer.json();
    if (messages.length > 0) return messages[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  throw new Error(`No message for ${recipient} came.`);
}

/** The code of six digits in a message. */
export const codeIn = (message) => message.text.match(/\b\d{6}\b/)[0];

/** User and secret of the link in a message. */
export function linkIn(message) {
  const parameters = new URL(message.text.match(/https?:\/\/\S+/)[0]).searchParams;
  return { userId: parameters.get('userId'), secret: parameters.get('secret') };
}

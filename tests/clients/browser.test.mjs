// The web SDK in a browser, on a page of another origin than the gateway's.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { endpoint, linkIn, messageTo, newEmail, password, project } from './gateway.mjs';

const { resolve } = createRequire(import.meta.url);
const programOf = (edition) => join(dirname(resolve(`${edition}/package.json`)), 'dist/iife/sdk.js');

let browser;
let pages;

before(async () => {
  pages = createServer(async (request, response) => {
    const edition = /^\/(appwrite|appwrite-current)\.js$/.exec(request.url)?.[1];
    response.setHeader('Content-Type', edition ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(edition ? await readFile(programOf(edition)) : '<!doctype html><title>Page</title>');
  });
  await new Promise((ready) => pages.listen(0, '127.0.0.1', ready));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});

after(async () => {
  await browser?.close();
  pages?.close();
});

/** A fresh browser profile on a page of localhost that has loaded the SDK and is a client of the gateway. */
async function open(edition, gateway) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const reopen = async () => {
    await page.goto(`http://localhost:${pages.address().port}/`);
    await page.addScriptTag({ url: `/${edition}.js` });
    await page.evaluate(([url, id]) => {
      const client = new window.Appwrite.Client().setEndpoint(url).setProject(id);
      window.account = new window.Appwrite.Account(client);
      window.graphql = new window.Appwrite.Graphql(client);
    }, [gateway, project]);
  };
  await reopen();
  return { page, context, reopen };
}

const sameSite = endpoint.replace('127.0.0.1', 'localhost');
const places = {
  'of the same site, with cookies': { gateway: sameSite, keepsInStorage: false },
  'of another site, with fallback cookies': { gateway: endpoint, keepsInStorage: true },
};

for (const edition of ['appwrite', 'appwrite-current']) {
  for (const [place, { gateway, keepsInStorage }] of Object.entries(places)) {
    test(`${edition} stays signed in on a page ${place}`, async () => {
      const { page, context, reopen } = await open(edition, gateway);
      const email = newEmail();
      const signedIn = await page.evaluate(async ([address, secret]) => {
        await window.account.create('unique()', address, secret);
        await window.account.createEmailPasswordSession(address, secret);
        return (await window.account.get()).email;
      }, [email, password]);
      assert.equal(signedIn, email);

      await reopen();
      const seen = await page.evaluate(async () => ({
        account: (await window.account.get()).email,
        graphql: (await window.graphql.query({ query: '{ accountGet { email } }' })).data.accountGet.email,
        stored: window.localStorage.getItem('cookieFallback'),
        readable: document.cookie,
      }));
      assert.equal(seen.account, email);
      assert.equal(seen.graphql, email);
      assert.equal(seen.stored !== null, keepsInStorage);
      assert.equal(seen.readable, '');

      const afterwards = await page.evaluate(async () => {
        await window.account.deleteSession('current');
        return window.account.get().then(() => 'signed in', (error) => error.code);
      });
      assert.equal(afterwards, 401);
      await context.close();
    });
  }

  test(`${edition} signs in by a magic link`, async () => {
    const { page, context } = await open(edition, sameSite);
    const email = newEmail();
    await page.evaluate(
      (address) => window.account.createMagicURLToken('unique()', address, `${window.location.origin}/landing`), email);
    const { userId, secret } = linkIn(await messageTo(email));
    const account = await page.evaluate(async ([user, key]) => {
      await window.account.updateMagicURLSession(user, key);
      return window.account.get();
    }, [userId, secret]);
    assert.equal(account.email, email);
    assert.equal(account.emailVerification, true);
    await context.close();
  });
}

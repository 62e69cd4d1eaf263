// One person with one program. Hides what differs between the SDKs, so that every edition runs the same tests:
// newer editions take one object of parameters, older ones the same parameters in a row; the web SDK keeps its
// session in the browser, the server SDK is handed it.
import * as web from 'appwrite';
import * as currentWeb from 'appwrite-current';
import * as server from 'node-appwrite';
import * as currentServer from 'node-appwrite-current';
import { apiKey, endpoint, project } from './gateway.mjs';

export const editions = {
  web: { sdk: web, takesObjects: false, isServer: false },
  currentWeb: { sdk: currentWeb, takesObjects: true, isServer: false },
  server: { sdk: server, takesObjects: false, isServer: true },
  currentServer: { sdk: currentServer, takesObjects: true, isServer: true },
};

/** The part of a browser that the web SDK uses. */
function newWindow() {
  const kept = new Map();
  return {
    console: { warn() {} },
    localStorage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => kept.set(name, String(value)),
    },
  };
}

export class Visitor {
  #edition;
  #window;
  #called;
  #client;

  /** @param called collects the names of the Account methods that ran */
  constructor(edition, called = new Set()) {
    this.#edition = edition;
    this.#called = called;
    this.#window = edition.isServer ? undefined : newWindow();
    this.#client = this.#newClient();
    if (edition.isServer) this.#client.setKey(apiKey);
  }

  /** Runs a method of the Account service. */
  async run(method, parameters = {}) {
    const result = await this.#invoke(new this.#edition.sdk.Account(this.#client), method, parameters);
    this.#called.add(method);
    return result;
  }

  /** Runs a method that opens a session, and stays signed in. */
  async open(method, parameters = {}) {
    const session = await this.run(method, parameters);
    if (this.#edition.isServer) this.#client = this.#newClient().setSession(session.secret);
    return session;
  }

  graphql(method, query) {
    return this.#invoke(new this.#edition.sdk.Graphql(this.#client), method, { query });
  }

  /** Somebody who has nothing but a JWT. */
  withJwt(jwt) {
    const other = new Visitor(this.#edition, this.#called);
    other.#client = other.#newClient().setJWT(jwt);
    return other;
  }

  #newClient() {
    return new this.#edition.sdk.Client().setEndpoint(endpoint).setProject(project);
  }

  async #invoke(service, method, parameters) {
    globalThis.window = this.#window;
    // What the SDK reads of the window it reads before its first request is on the way, and after it is answered.
    return this.#edition.takesObjects
      ? await service[method](parameters)
      : await service[method](...Object.values(parameters));
  }
}

// The SDK for servers: signs people in with an API key and then speaks for them with the secret of their session.
import { testAccountService } from './account-service.mjs';
import { editions } from './visitors.mjs';

testAccountService('node-appwrite', editions.server);
testAccountService('node-appwrite, current', editions.currentServer);

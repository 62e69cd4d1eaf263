// The SDK for browsers, with the window that it wants and nothing else of a browser.
import { testAccountService } from './account-service.mjs';
import { editions } from './visitors.mjs';

testAccountService('appwrite', editions.web);
testAccountService('appwrite, current', editions.currentWeb);

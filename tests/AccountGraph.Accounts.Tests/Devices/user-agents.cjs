// Answers of node-device-detector for the user agents of user-agents.tsv, in the form of that file:
//   node user-agents.cjs ../../../src/AccountGraph.Accounts/Devices/node_modules > answers.tsv
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const Detector = require(path.resolve(process.argv[2], 'node-device-detector'));
const detector = new Detector({
  skipBotDetection: true,
  osVersionTruncate: 1,
  clientVersionTruncate: 1,
  maxUserAgentSize: 500,
});

const answer = (userAgent) => {
  const { os, client, device } = detector.detect(userAgent);
  const isBrowser = client.type === 'browser';
  return [
    userAgent,
    os.short_name,
    os.name,
    os.version,
    // The contract writes this kind as two words.
    client.type === 'mediaplayer' ? 'media player' : client.type,
    isBrowser ? client.short_name : '',
    client.name,
    client.version,
    client.engine,
    client.engine_version,
    device.type,
    device.brand,
    device.model,
  ];
};

const table = fs.readFileSync(path.join(__dirname, 'user-agents.tsv'), 'utf8').trimEnd().split('\n');
for (const line of table) {
  const cells = answer(line.split('\t')[0]).map((cell) => cell ?? '');
  process.stdout.write(cells.join('\t') + '\n');
}

// Writes Matomo's user-agent rules, as the npm package node-device-detector carries them, to one JSON file:
//   node dump-rules.cjs devices.json
// The order of every list is the order in which the rules are tried.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const root = 'node-device-detector/';
const load = (name) => require(root + name);

const engineVersions = (versions) =>
  Object.entries(versions)
    .map(([from, name]) => ({ from, name }))
    .sort((left, right) => left.from.localeCompare(right.from, 'en', { numeric: true }));

const client = (type, file) => ({
  type,
  rules: load(`regexes/client/${file}`).map(({ regex, name, version, engine }) => ({
    regex,
    name,
    version,
    engine: engine?.default,
    engineVersions: engine?.versions && engineVersions(engine.versions),
  })),
});

const devices = (file) =>
  Object.entries(load(`regexes/device/${file}`)).map(([brand, { regex, device, model, models }]) => ({
    brand: brand === 'Unknown' ? '' : brand,
    regex,
    device,
    model,
    models,
  }));

const swap = (object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [value, key]));

const rules = {
  notice:
    'Rules of Matomo Device Detector, https://github.com/matomo-org/device-detector, LGPL-3.0-or-later, ' +
    `from npm node-device-detector ${load('package.json').version}.`,
  systems: load('regexes/oss').map(({ regex, name, version, versions }) => ({ regex, name, version, versions })),
  systemCodes: swap(load('parser/os/os_systems')),
  systemFamilies: load('parser/os/os_families'),
  desktopSystems: load('parser/const/desktop-os'),
  appleSystems: load('parser/const/apple-os'),
  clients: [
    client('feed reader', 'feed_readers'),
    client('mobile app', 'mobile_apps'),
    client('media player', 'mediaplayers'),
    client('pim', 'pim'),
    client('browser', 'browsers'),
    client('library', 'libraries'),
  ],
  browserCodes: swap(load('parser/client/browser-short')),
  mobileBrowsers: load('parser/client/browser-short-mobile'),
  engines: load('regexes/client/browser_engine'),
  televisionClients: load('parser/const/clients-tv'),
  televisions: devices('televisions'),
  shellTelevisions: devices('shell_tv'),
  notebooks: devices('notebooks'),
  devices: ['consoles', 'car_browsers', 'cameras', 'portable_media_player', 'mobiles'].map(devices),
  vendors: Object.entries(load('regexes/vendorfragments')).map(([brand, regexes]) => ({ brand, regexes })),
};

// Written beside and renamed: whoever reads the file sees all of it or none.
const target = path.resolve(process.argv[2]);
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(`${target}.new`, JSON.stringify(rules));
fs.renameSync(`${target}.new`, target);

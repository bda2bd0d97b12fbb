/** Third-party notices: the licence text of every package that went into a shipped bundle. */
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} root folder of the repository
 * @param {readonly string[]} inputs files that were bundled, relative to it
 * @returns {string} the text; throws when a package has no licence file, because then it must not ship.
 */
export function thirdPartyNotices(root, inputs) {
  const folders = [...new Set(inputs.map(packageFolder).filter(Boolean))].sort();
  const sections = folders.map((folder) => section(path.join(root, folder)));
  const unique = [...new Set(sections)];
  return ['Soret contains the following third-party software.', ...unique].join(`\n\n${'='.repeat(80)}\n\n`) + '\n';
}

/** `node_modules/@a/b/lib/c.js` → `node_modules/@a/b`; nested packages count as themselves. */
function packageFolder(input) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

function section(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file && !license) throw new Error(`${name} ${version} states no licence`);
  const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text}`;
}

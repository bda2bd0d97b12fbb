import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handWritten, root } from './sources.js';

const text = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text) as {
  contributes: {
    commands: { command: string }[];
    menus: Record<string, { command: string }[]>;
    keybindings: { command: string }[];
    configuration: { properties: Record<string, object> };
    languageModelTools: { name: string }[];
  };
};
const { contributes } = manifest;
const ids = (folder: string, pattern: RegExp) =>
  readdirSync(join(root, folder)).flatMap((file) => pattern.exec(readFileSync(join(root, folder, file), 'utf8'))?.[1] ?? []);

describe('the manifest', () => {
  const commands = ids('extension/commands', /id: '(soret\.\w+)'/);

  it('names every command, and no other', () => {
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(commands.sort());
  });

  it('has an index line for every command file', () => {
    const files = readdirSync(join(root, 'extension/commands')).filter((file) => !['command.ts', 'current.ts', 'index.ts'].includes(file));
    const index = readFileSync(join(root, 'extension/commands/index.ts'), 'utf8');
    expect(files.filter((file) => !index.includes(`'./${file.replace('.ts', '.js')}'`))).toEqual([]);
    expect(files).toHaveLength(commands.length);
  });

  it('offers in menus and keys only commands that exist', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command);
    expect(used.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('names every language-model tool, and no other', () => {
    expect(contributes.languageModelTools.map(({ name }) => name).sort()).toEqual(ids('extension/tools', /name: '(soret_\w+)'/).sort());
  });

  it('translates every text, and has no text to spare', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    const translations = readdirSync(root).filter((file) => /^package\.nls.*\.json$/.test(file));
    for (const file of translations) {
      const keys = Object.keys(JSON.parse(readFileSync(join(root, file), 'utf8')) as object);
      expect(keys.sort(), file).toEqual([...new Set(used)].sort());
    }
  });

  it('points at files that exist', () => {
    const paths = [...text.matchAll(/"((?:\.\/)?(?:extension|syntaxes)\/[^"*]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(8);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has at most 20 settings, and each is read', () => {
    const settings = Object.keys(contributes.configuration.properties);
    expect(settings.length).toBeLessThanOrEqual(20);
    const sources = handWritten().filter(({ path }) => /^(extension|server|language)\//.test(path));
    // The client reads `soret.trace.server` by itself.
    const read = (setting: string) =>
      setting === 'soret.trace.server' || sources.some((source) => source.text.includes(setting.slice(setting.lastIndexOf('.') + 1)));
    expect(settings.filter((setting) => !read(setting))).toEqual([]);
  });
});

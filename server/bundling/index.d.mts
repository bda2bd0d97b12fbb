import type { Plugin } from 'esbuild';

/** For esbuild: what the bundles of the server leave out. */
export const serverPlugins: Plugin[];

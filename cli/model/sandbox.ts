/** Reading for a caller that is a program: one folder and nothing outside of it, whatever a model or a link in the folder says. */
import type { FileSystemNode, URI } from 'langium';
import { NodeFileSystemProvider } from 'langium/node';
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Plain data: it crosses to a worker thread. */
export interface Sandbox {
  /** Absolute. Relative names of files start here. */
  readonly folder: string;
  /** A model given as text; it is read under the name `textName`. */
  readonly text?: string;
}
export const textName = 'text.soret';

/** Nobody writes a model or a table of measurements of this size; reading it would only fill the memory [bytes]. */
const largest = 64 * 1024 * 1024;

/** True for an existing regular file below the folder once all links are followed. */
export function mayRead(file: string, { folder }: Sandbox): boolean {
  try {
    const way = path.relative(realpathSync(folder), realpathSync(file));
    const stat = statSync(file);
    return way !== '' && !leavesFolder(way) && stat.isFile() && stat.size <= largest;
  } catch {
    return false;
  }
}
export const leavesFolder = (way: string): boolean => way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);

/** Imports and data files of models: what lies outside does not exist. */
export class ConfinedFiles extends NodeFileSystemProvider {
  constructor(private readonly sandbox: Sandbox) {
    super();
  }
  #checked(uri: URI): URI {
    if (!mayRead(uri.fsPath, this.sandbox)) throw new Error(`There is no readable file ${uri.fsPath} in ${this.sandbox.folder}.`);
    return uri;
  }
  override stat(uri: URI): Promise<FileSystemNode> {
    return super.stat(this.#checked(uri));
  }
  override statSync(uri: URI): FileSystemNode {
    return super.statSync(this.#checked(uri));
  }
  override exists(uri: URI): Promise<boolean> {
    return Promise.resolve(mayRead(uri.fsPath, this.sandbox));
  }
  override existsSync(uri: URI): boolean {
    return mayRead(uri.fsPath, this.sandbox);
  }
  override async readBinary(uri: URI): Promise<Uint8Array> {
    return super.readBinary(this.#checked(uri));
  }
  override readBinarySync(uri: URI): Uint8Array {
    return super.readBinarySync(this.#checked(uri));
  }
  override async readFile(uri: URI): Promise<string> {
    return super.readFile(this.#checked(uri));
  }
  override readFileSync(uri: URI): string {
    return super.readFileSync(this.#checked(uri));
  }
  /** Nothing in the language lists folders. */
  override readDirectory(): Promise<FileSystemNode[]> {
    return Promise.resolve([]);
  }
  override readDirectorySync(): FileSystemNode[] {
    return [];
  }
}

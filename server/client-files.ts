/** Files through the client: a browser server has no file system of its own. */
import type { URI, FileSystemNode, FileSystemProvider } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { ServerRequests } from './protocol.js';

type ReadFile = ServerRequests['soret/readFile'];

class ClientFiles implements FileSystemProvider {
  constructor(private readonly connection: Connection) {}

  async readFile(uri: URI): Promise<string> {
    const text = await this.ask(uri);
    if (text === null) throw new Error(`cannot read ${uri.toString()}`);
    return text;
  }
  async exists(uri: URI): Promise<boolean> {
    return (await this.ask(uri)) !== null;
  }
  /** Only files are asked for by address; folders are not listed, imported files are loaded one by one. */
  async stat(uri: URI): Promise<FileSystemNode> {
    return { isFile: true, isDirectory: false, uri };
  }
  async readDirectory(): Promise<FileSystemNode[]> {
    return [];
  }
  existsSync(): boolean {
    return false;
  }
  statSync(uri: URI): FileSystemNode {
    return { isFile: true, isDirectory: false, uri };
  }
  readBinary(): Promise<Uint8Array> {
    return Promise.reject(new Error('binary files are not read'));
  }
  readBinarySync(): Uint8Array {
    throw new Error('binary files are not read');
  }
  readFileSync(): string {
    throw new Error('a browser reads files asynchronously');
  }
  readDirectorySync(): FileSystemNode[] {
    return [];
  }

  private ask(uri: URI): Promise<ReadFile['result']> {
    const params: ReadFile['params'] = { uri: uri.toString() };
    return this.connection.sendRequest<ReadFile['result']>('soret/readFile', params);
  }
}
export const clientFileSystem = (connection: Connection) => ({ fileSystemProvider: () => new ClientFiles(connection) });

/** A hand at the keyboard that writes by completion: it types the beginning of a word, takes a proposal, and fills its places in order. */
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-protocol';
import { expect } from 'vitest';
import { positionAt, type Session } from './session.js';

interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

export class Writer {
  text = '';
  /** What the snippets that were taken have put behind the cursor. */
  private readonly behind: string[] = [];

  private constructor(
    private readonly session: Session,
    readonly uri: string,
  ) {}
  static async begin(session: Session): Promise<Writer> {
    return new Writer(session, await session.open(''));
  }

  async type(typed: string): Promise<void> {
    const end = positionAt(this.text, this.text.length);
    void this.session.change(this.uri, { range: { start: end, end }, text: typed });
    this.text += typed;
  }
  async offered(): Promise<CompletionItem[]> {
    const { items } = await this.session.at<CompletionList>('completion', this.uri, positionAt(this.text, this.text.length));
    return [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  }
  /** Types, takes the proposal of that label, and fills the places of its snippet. */
  async take(typed: string, label: string, ...fill: string[]): Promise<void> {
    await this.type(typed);
    const items = await this.offered();
    const item = items.find((candidate) => candidate.label === label);
    expect(item, `${label} after …${this.text.slice(-40)}; offered: ${items.map((i) => i.label).join(' ')}`).toBeDefined();
    const { range, newText } = item!.textEdit as TextEdit;
    let places = 0;
    const inserted = newText
      .replace(
        /\$\{\d+\|([^|]*)\|\}|\$\{\d+:([^}]*)\}|\$[1-9]/g,
        (_, choices?: string, fallback?: string) => fill[places++] ?? fallback ?? choices?.split(',')[0] ?? '',
      )
      .replace('$0', '\u2038');
    const before = this.text.slice(0, this.text.length - (range.end.character - range.start.character));
    // what stands behind the last place is typed after it
    const [head, tail = ''] = inserted.split('\u2038');
    this.text = before + head;
    this.behind.unshift(tail);
    void this.session.replace(this.uri, this.text);
  }
  /** A proposal that must be among the first. */
  async takeFirst(typed: string, label: string, ...fill: string[]): Promise<void> {
    await this.type(typed);
    const beginning = /[\w"]*$/.exec(this.text)![0];
    const matching = (await this.offered()).filter((item) => (item.filterText ?? item.label).startsWith(beginning));
    expect(matching.slice(0, 3).map((item) => item.label)).toContain(label);
    await this.take('', label, ...fill);
  }
  /** Leaves the innermost snippet: the rest of its text stands behind the cursor. */
  leave = (): Promise<void> => this.type(this.behind.shift() ?? '');
  /** The same without its text: where nothing stood behind the cursor. */
  drop(): void {
    this.behind.length = 0;
  }
  closing(): string {
    return this.behind.shift() ?? '';
  }
  async line(): Promise<void> {
    await this.leave();
    await this.type('\n');
  }
  /** A number with a unit that is among the proposals. */
  async quantity(number: string, unit: string): Promise<void> {
    await this.type(`${number} `);
    await this.take('', unit);
    this.behind.shift();
  }
}

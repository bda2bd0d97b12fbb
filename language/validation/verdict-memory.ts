/**
 * Verdicts on declarations that an edit leaves as they are. A declaration is judged again when it was parsed again, when a name in it means
 * something else, when the checker says something else of it, and when that holds for a declaration that it refers to or that its rules read.
 */
import { isReference, type AstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { isDeclaration, type Declaration, type Model } from '../generated/ast.js';
import { anchorsOf, lineOf, Lines, moved } from './anchored.js';
import { listOf } from './model-view.js';
import type { Read } from './reads.js';
import type { Verdict } from './run-rules.js';
import { referencesOf } from './walk.js';

interface KeptVerdict {
  readonly verdict: Verdict;
  /** Exact range → the declaration that it moves with. */
  readonly anchors: ReadonlyMap<Range, Declaration>;
}
interface Kept {
  readonly verdicts: readonly KeptVerdict[];
  readonly reads: ReadonlySet<Read>;
  /** First lines of the anchors when the verdicts were found. */
  readonly lines: ReadonlyMap<Declaration, number>;
}
interface Known {
  readonly targets: readonly (AstNode | undefined)[];
  readonly problems: string;
  kept?: Kept;
}

/** Of one document. */
export class VerdictMemory {
  private known = new Map<Declaration, Known>();
  private surroundings = '';

  /**
   * Begins a check. `surroundings`: all else that verdicts depend on, in one text – nothing is remembered beyond its change.
   * `problemsOf`: what the checker says of a declaration.
   */
  begin(model: Model, surroundings: string, problemsOf: (declaration: Declaration) => string): Recollection {
    const before = surroundings === this.surroundings ? this.known : new Map<Declaration, Known>();
    return new Recollection(model, before, problemsOf, (now) => {
      this.known = now;
      this.surroundings = surroundings;
    });
  }
}

export class Recollection {
  private readonly now = new Map<Declaration, Known>();
  private readonly changed: ReadonlySet<Declaration>;
  private readonly changedLists: ReadonlySet<Read>;
  private readonly changedNames: ReadonlySet<Read>;
  private readonly lines: Lines;

  constructor(
    model: Model,
    before: ReadonlyMap<Declaration, Known>,
    problemsOf: (declaration: Declaration) => string,
    private readonly remember: (now: Map<Declaration, Known>) => void,
  ) {
    this.lines = new Lines(model);
    const changed = new Set<Declaration>();
    const users = new Map<Declaration, Declaration[]>();
    for (const declaration of model.declarations) {
      const targets = referencesOf(declaration).map(({ reference }) => (isReference(reference) ? reference.ref : undefined));
      const problems = problemsOf(declaration);
      const old = before.get(declaration);
      const same = old?.problems === problems && targets.every((target, i) => target === old.targets[i]);
      if (!same) changed.add(declaration);
      this.now.set(declaration, { targets, problems, ...(same && old.kept ? { kept: old.kept } : {}) });
      for (const target of targets) {
        const used = declarationOf(target);
        if (used) (users.get(used) ?? users.set(used, []).get(used)!).push(declaration);
      }
    }
    for (const declaration of changed) for (const user of users.get(declaration) ?? []) changed.add(user); // grows while it is walked
    this.changed = changed;
    this.changedLists = new Set([...changed].map(({ $type }) => listOf[$type as keyof typeof listOf]));
    this.changedNames = new Set([...changed].flatMap((declaration): Read[] => ('name' in declaration ? [`=${declaration.name}`] : [])));
  }

  /** What is remembered of a declaration, at its present place. */
  recall(declaration: Declaration): readonly Verdict[] | undefined {
    const kept = this.now.get(declaration)?.kept;
    if (!kept || this.changed.has(declaration)) return undefined;
    for (const read of kept.reads) if (read === 'model' || this.changedLists.has(read) || this.changedNames.has(read)) return undefined;
    for (const anchor of kept.lines.keys()) if (this.changed.has(anchor) || !this.now.has(anchor)) return undefined;
    const shift = (anchor: Declaration | undefined) => (anchor ? lineOf(anchor) - kept.lines.get(anchor)! : 0);
    return kept.verdicts.map(({ verdict, anchors }) => {
      const [record, finding] = verdict;
      return [...anchors.values()].some((anchor) => shift(anchor) !== 0)
        ? [record, moved(finding, (range) => shift(anchors.get(range)))]
        : verdict;
    });
  }
  keep(declaration: Declaration, verdicts: readonly Verdict[], reads: ReadonlySet<Read>): void {
    const known = this.now.get(declaration);
    if (!known) return;
    known.kept = undefined;
    const kept: KeptVerdict[] = [];
    const lines = new Map<Declaration, number>();
    for (const verdict of verdicts) {
      const anchors = anchorsOf(verdict[1], declaration, this.lines);
      if (!anchors) return;
      for (const anchor of anchors.values()) lines.set(anchor, lineOf(anchor));
      kept.push({ verdict, anchors });
    }
    known.kept = { verdicts: kept, reads, lines };
  }
  /** The check came to its end: the next one may build on it. */
  end(): void {
    this.remember(this.now);
  }
}

/** The declaration that a target is or lies in: a layer lies in its geometry. */
function declarationOf(target: AstNode | undefined): Declaration | undefined {
  for (let node = target; node; node = node.$container) if (isDeclaration(node)) return node;
  return undefined;
}

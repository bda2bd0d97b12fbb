import { diagnostic } from '../../diagnostic.js';

/** Reported by the linker, which knows what kind of name is looked up where. */
export const unknownName = diagnostic({
  code: 'name/unknown',
  severity: 'error',
  title: 'Unknown name',
  doc: 'Nothing of this name is declared in the file, imported, or part of the language, or nothing of the kind that is expected here. Species are looked up only where a component is expected, studies only behind `of`, boundaries only as places.',
  bad: 'let gap = 1 mm\nlet double = 2*gab\n',
  good: 'let gap = 1 mm\nlet double = 2*gap\n',
});

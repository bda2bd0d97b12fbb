/** The documentation comment of a declaration or a property. */
import { CstUtils, isLeafCstNode, type AstNode, type CommentProvider } from 'langium';

/** Langium's own provider sees only the hidden token directly before a node: a `//` line between the two would hide the comment. */
export class SoretCommentProvider implements CommentProvider {
  getComment(node: AstNode): string | undefined {
    let previous = node.$cstNode && CstUtils.getPreviousNode(node.$cstNode, true);
    while (previous && isLeafCstNode(previous) && previous.hidden) {
      if (previous.text.startsWith('/**') && previous.text !== '/**/') return previous.text;
      previous = CstUtils.getPreviousNode(previous, true);
    }
    return undefined;
  }
}

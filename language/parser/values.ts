/** Text of tokens → values of the syntax tree. */
import { DefaultValueConverter, type CstNode, type GrammarAST, type ValueType } from 'langium';

export class SoretValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cst: CstNode): ValueType {
    return rule.name === 'STRING' ? stringValue(input) : super.runConverter(rule, input, cst);
  }
}

/** Only `\"` and `\\` are escapes, so that Windows paths stay what they are; the closing quote may be missing. */
export function stringValue(token: string): string {
  const closed = token.length > 1 && /(^|[^\\])(\\\\)*"$/.test(token.slice(1));
  return token.slice(1, closed ? -1 : undefined).replace(/\\(["\\])/g, '$1');
}

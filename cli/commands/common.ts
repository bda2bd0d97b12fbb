/** Options that several commands share. */
import type { Arguments, Option } from '../command.js';
import { UsageError } from '../command.js';

export const studyOption: Option = { type: 'text', repeated: true, placeholder: 'NAME', doc: 'the study to run (may be repeated)' };
export const setOption: Option = {
  type: 'text',
  repeated: true,
  quantity: true,
  placeholder: "NAME='VALUE UNIT'",
  doc: "value of a param, as in --set hot='40 degC'",
};
export const outOption: Option = { type: 'text', placeholder: 'DIR', doc: 'write the results into files of this folder' };

export const oneFile = { least: 1, most: 1, what: 'a .soret file' } as const;
export const someFiles = { least: 1, most: Infinity, what: 'one or more .soret files' } as const;

/** `hot=40 degC` → name and text of the value. */
export function assignments(given: Arguments): readonly { readonly name: string; readonly value: string }[] {
  return given.texts('set').map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new UsageError(`--set ${text} has no value; write --set ${text.replace(/=.*/, '') || 'NAME'}='40 degC'.`);
    return { name: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
  });
}

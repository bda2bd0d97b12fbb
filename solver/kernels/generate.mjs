// Compiles solver/kernels/source/*.ts (AssemblyScript) to solver/kernels/module.ts, so that nothing is compiled or loaded at run time.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

let wasm;
const { error, stderr } = await asc.main(
  ['source/index.ts', '--outFile', 'module.wasm', '--baseDir', fileURLToPath(new URL('.', import.meta.url))].concat(
    ['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
    // Nothing of the standard library is linked: kernels see numbers and addresses only. The memory is grown by who calls.
    ['--memoryBase', '0', '--initialMemory', '1', '--use', 'abort='],
  ),
  { writeFile: (name, contents) => void (name.endsWith('.wasm') && (wasm = contents)) },
);
if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
const text = `// Generated from solver/kernels/source/*.ts by solver/kernels/generate.mjs: do not edit.
/** The WebAssembly module of the kernels (${wasm.length} bytes), in base64. */
export const kernelModule =
  '${Buffer.from(wasm).toString('base64')}';
`;
writeFileSync(new URL('module.ts', import.meta.url), text);

/** The model that the suites open: the first example, so that its numbers are known. */
import examples from 'soret:examples';

const example = examples.find(({ name }) => name === 'gin-and-tonic.soret');
if (!example?.files[0]) throw new Error('examples/gin-and-tonic.soret is missing.');

export const ginAndTonic = example.files[0].text;

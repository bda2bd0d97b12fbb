/** The solver worker of the results view. It lives as long as the page and is kept warm between runs. */
import { prepare } from '../../solver/solve.js';
import { serve } from './running/serve.js';

serve(prepare);

/** The view's worker with the sample's solver. */
import { serve } from '../../../extension/webview/running/serve.js';
import { prepare } from './solver.js';

serve(prepare);

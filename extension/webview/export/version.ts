/** The version that files name as their author; put in by the build. */
export { version } from '../../../package.json';

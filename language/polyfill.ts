/** First import of every entry that runs the parser on Node 20: `Object.groupBy` and `Map.groupBy`. */
import './polyfill.mjs';

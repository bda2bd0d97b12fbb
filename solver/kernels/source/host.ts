/** What the host computes. */
export declare function exp(x: f64): f64;
export declare function log(x: f64): f64;
export declare function pow(x: f64, y: f64): f64;
/** The function of that number. */
export declare function call(number: i32, x: f64, y: f64): f64;

//! The program that reads catalogues from elsewhere: fetched only where an element has a `src`. It does nothing
//! by itself: `arrive.js` calls its export ([`partneratlas::courier`]).

use partneratlas as _;

fn main() {}

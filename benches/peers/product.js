// The peers' questions as they stand: every word the beginning of a word.
import { open } from "../product.js";

export const label = "Partneratlas (Rust, Wasm)";
export const build = (items) => open(items, false);

// The same questions, answered as the page does: inside of words, and with slips forgiven. So it
// finds more than the others, by design.
import { open } from "../product.js";

export const label = "Partneratlas, inner matches and slips too";
export const build = (items) => open(items, true);

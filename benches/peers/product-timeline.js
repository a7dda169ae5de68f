// The timeline alone, as the peers draw theirs.
import { timeline } from "./draw.js";

globalThis.part = timeline();

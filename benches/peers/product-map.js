// The map alone, as the peers draw theirs: one mark a town.
import { map } from "./draw.js";

globalThis.part = map();

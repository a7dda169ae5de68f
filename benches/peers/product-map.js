// The whole element in the view of the map: one mark a town.
import { map } from "./draw.js";

globalThis.part = map();

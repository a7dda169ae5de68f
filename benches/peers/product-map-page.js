// The whole element in the view of the map.
import { mapPage } from "./draw.js";

globalThis.part = mapPage();

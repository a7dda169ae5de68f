// The whole element in the view of the timeline: search, filters and list as well.
import { page } from "./draw.js";

globalThis.part = page();

// The product's engine behind the peers' questions: their projects become a catalogue of ours.

import { FACETS, FIRST } from "./session.js";

// The day on which the peers' projects have the statuses that they have.
const TODAY = "2025-06-15";

const KEYS = { municipality: "kommun", country: "land", programme: "program", theme: "tema", status: "status" };
const STATUS = { kommande: "planned", pagaende: "ongoing", avslutat: "finished" };

// Stands for a value that no record has.
const UNKNOWN = 0xffff;
const NOBODY = 0xffffffff;

const text = (sv) => ({ sv });

// The peers do not search the names of countries, programmes and themes, so they have no words.
const SILENT = text("");

// Gives each name an id by its position, in the order in which they come.
function ids(write) {
  const known = new Map();
  return {
    of(name) {
      if (!known.has(name)) known.set(name, write(known.size));
      return known.get(name);
    },
    all: (describe) => [...known].map(([name, id]) => describe(id, name)),
    names: () => new Map([...known].map(([name, id]) => [id, name])),
  };
}

// Two letters; the first is early in the alphabet, so that none of them is Sweden.
const country = (position) => String.fromCharCode(65 + Math.floor(position / 26), 65 + (position % 26));

function catalogue(items) {
  const municipalities = ids((position) => String(position + 1).padStart(4, "0"));
  const countries = ids(country);
  const programmes = ids((position) => `program-${position}`);
  const themes = ids((position) => `tema-${position}`);
  const places = new Map();
  const place = ({ city, country }) => {
    const key = `${city} ${country}`;
    if (!places.has(key)) {
      const id = `ort-${places.size}`;
      places.set(key, { id, name: text(city), country: countries.of(country), precision: "city" });
    }
    return places.get(key).id;
  };
  const records = items.map((item) => ({
    id: `p-${item.id}`,
    form: "project",
    title: text(item.title),
    summary: text(item.summary),
    municipalities: [municipalities.of(item.municipality)],
    period: { edtf: `${item.start}/${item.end}` },
    funding: [{ programme: programmes.of(item.programme) }],
    themes: item.themes.map(themes.of),
    partners: item.partners.map((partner) => ({ name: text(partner.name), place: place(partner) })),
    sources: [],
  }));
  const document = {
    schemaVersion: 1,
    municipalities: municipalities.all((code, name) => ({ code, name })),
    countries: countries.all((code) => ({ code, name: SILENT })),
    places: [...places.values()],
    themes: themes.all((id) => ({ id, name: SILENT })),
    programmes: programmes.all((id) => ({ id, name: SILENT })),
    records,
  };
  const names = {
    municipality: municipalities.names(),
    country: countries.names(),
    programme: programmes.names(),
    theme: themes.names(),
    status: new Map(Object.entries(STATUS)),
  };
  return { document, names };
}

// Where the counts of each facet stand in an answer, and what its values are called.
function columnsOf(engine, keys, names) {
  let start = 1 + FIRST;
  const starts = keys.map((_, facet) => {
    const own = start;
    start += engine.values(facet).length;
    return own;
  });
  return FACETS.map((name) => {
    const facet = keys.indexOf(KEYS[name]);
    const values = engine.values(facet).map((id) => names[name].get(id) ?? id);
    const codes = new Map(values.map((value, position) => [value, facet * 65536 + position]));
    return { name, facet, values, codes, start: starts[facet] };
  });
}

export async function open(items, forgiving) {
  const product = await import("/product/partneratlas.js");
  await product.default();
  const { document, names } = catalogue(items);
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const engine = product.PeerEngine.open(bytes, TODAY, forgiving);
  const columns = columnsOf(engine, product.PeerEngine.facets(), names);
  const chosen = new Uint32Array(64);
  return {
    query({ q, sel, years }) {
      let length = 0;
      for (const { name, facet, codes } of columns) {
        for (const value of sel[name]) chosen[length++] = codes.get(value) ?? facet * 65536 + UNKNOWN;
      }
      const answer = engine.ask(q, chosen.subarray(0, length), years?.[0] ?? 0, years?.[1] ?? 0);
      const first = [];
      for (let i = 1; i <= FIRST && answer[i] !== NOBODY; i++) first.push(items[answer[i]].id);
      const facets = {};
      for (const { name, values, start } of columns) {
        facets[name] = values.map((value, position) => [value, answer[start + position]]);
      }
      return { count: answer[0], first, facets };
    },
    // What the index has in use. As JavaScript's heap is counted after collection, without what
    // only building it needed; the memory as the system sees it never shrinks.
    memoryBytes: () => engine.heapBytes(),
  };
}

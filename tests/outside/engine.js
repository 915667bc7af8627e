/*
 * engine.js - the cites of tests/compare by citeproc-js, an outside program
 *
 *   node engine.js MODULES LOCALES REFS CITES < STYLES
 *
 * STYLES has a style's path a line.  Each is answered by a line of JSON:
 * notes, and the bibliography as pairs of id and HTML.
 */
const fs = require("fs");
const [modules, locales, refs, cites] = process.argv.slice(2);
const CSL = require(modules + "/citeproc");
const items = new Map(
	JSON.parse(fs.readFileSync(refs, "utf8")).map((r) => [r.id, r]));
const notes = JSON.parse(fs.readFileSync(cites, "utf8"));

function locale(lang) {
	const path = `${locales}/locales-${lang}.xml`;
	return fs.existsSync(path) ? fs.readFileSync(path, "utf8") : false;
}

function run(style) {
	const sys = {
		retrieveLocale: locale,
		retrieveItem: (id) => JSON.parse(JSON.stringify(items.get(id))),
	};
	const engine = new CSL.Engine(sys, fs.readFileSync(style, "utf8"));
	const got = engine.rebuildProcessorState(notes.map((note, i) => ({
		citationID: "c" + i,
		citationItems: note.map((c) => ({ ...c })),
		properties: { noteIndex: i + 1 },
	})), "html");
	const bib = engine.makeBibliography();
	return {
		notes: got.map((g) => g[2]),
		bib: bib ? bib[0].entry_ids.map((ids, i) => [ids[0], bib[1][i]]) : [],
	};
}

for (const style of fs.readFileSync(0, "utf8").trim().split("\n")) {
	let out;
	try {
		out = run(style);
	} catch (e) {
		out = { error: String(e) };
	}
	console.log(JSON.stringify(out));
}

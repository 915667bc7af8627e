/*
 * cite.js - the same citations by citeproc-js, as an outside program
 *
 *   node cite.js MODULES STYLE LOCALES REFS CITES RUNS
 *
 * CITES is a list of lists of {id, locator, label}, one a note.  Prints the
 * milliseconds of each run in one process: all notes, then the bibliography.
 */
const fs = require("fs");
const [modules, style, locales, refs, cites, runs] = process.argv.slice(2);
const CSL = require(modules + "/citeproc");
const items = new Map(
	JSON.parse(fs.readFileSync(refs, "utf8")).map((r) => [r.id, r]));
const notes = JSON.parse(fs.readFileSync(cites, "utf8"));
const xml = fs.readFileSync(style, "utf8");

function once() {
	const sys = {
		retrieveLocale: (lang) =>
			fs.readFileSync(`${locales}/locales-${lang}.xml`, "utf8"),
		retrieveItem: (id) => items.get(id),
	};
	const engine = new CSL.Engine(sys, xml, "en-GB");
	engine.rebuildProcessorState(notes.map((n, i) => ({
		citationID: "c" + i,
		citationItems: n.map((c) => ({ ...c })),
		properties: { noteIndex: i + 1 },
	})), "html");
	engine.makeBibliography();
}

for (let i = 0; i < Number(runs); i++) {
	const from = process.hrtime.bigint();
	once();
	console.log(Number(process.hrtime.bigint() - from) / 1e6);
}

#include "base/catalogue_area.h"

static const struct explanation ref[] = {
    {.code = "REF-01",
	.level = LEVEL_ERROR,
	.title = "a reference has no id",
	.means = "Each work of a list needs a short name of its own, by which "
		 "it is cited: [@ohchr-2022]. Without one it cannot be cited, "
		 "and is left out.",
	.fix = "Add id: and a name. Better BibTeX for Zotero writes its "
	       "citation keys there when it exports.",
	.wrong = "- title: Situation of human rights in Belarus",
	.right =
	    "- id: ohchr-2022\n  title: Situation of human rights in Belarus"},
    {.code = "REF-02",
	.level = LEVEL_WARNING,
	.title = "an id of a reference is there twice",
	.means = "Two works have the same id. In one list the later one "
		 "counts; between the library and the case's own list, the "
		 "case's own. The message shows both.",
	.why =
	    "A citation could print another work than the one that was meant.",
	.fix = "Give one of them another id, or delete it. Where the case is "
	       "to have its own version of a work, the warning can stand."},
    {.code = "REF-03",
	.level = LEVEL_INFO,
	.title = "a key of a reference that CSL does not know",
	.means =
	    "The word before the colon is none of the variables of CSL 1.0.2, "
	    "or no part of a name or a date. Its words are kept, for a style "
	    "may have variables of its own; but most print it nowhere.",
	.fix = "If it is misspelt, correct it; the nearest is shown. What is "
	       "of no use to styles stands under custom:.",
	.wrong = "titel: Situation of human rights",
	.right = "title: Situation of human rights"},
    {.code = "REF-04",
	.level = LEVEL_WARNING,
	.title = "a date of a reference is not understood, or does not exist",
	.means = "Words that are not understood as a date are printed as they "
		 "stand, and the work cannot be sorted by its date. Of a date "
		 "that does not exist, the day or the month is left out.",
	.fix = "Write year, month and day as far as they are known: 2022, "
	       "2022-03, 2022-03-16; 2022~ is \"about\", 2018/2020 a span. The "
	       "manual lists all forms.",
	.wrong = "issued: in the spring of 2021",
	.right = "issued: 2021-21"},
    {.code = "REF-05",
	.level = LEVEL_ERROR,
	.title = "there is no list of references in the file",
	.means = "A list of references is a list, or a map with the list under "
		 "references: or items:. The file is something else.",
	.fix = "Export it again from Zotero as Better CSL YAML or CSL JSON. By "
	       "hand, each work begins with a dash at the margin.",
	.wrong =
	    "references:\n  ohchr-2022:\n    title: Situation of human rights",
	.right = "references:\n- id: ohchr-2022\n  title: Situation of human "
		 "rights"},
    {.code = "REF-06",
	.level = LEVEL_WARNING,
	.title = "a type of work that CSL does not know",
	.means = "Styles choose how to print a work by its type. This one is "
		 "none of CSL's, so it is printed as any document; the nearest "
		 "type is shown.",
	.fix = "Use a type of CSL, such as report, webpage, article-journal, "
	       "article-newspaper, legal_case, legislation, book or chapter.",
	.wrong = "type: journalArticle",
	.right = "type: article-journal"},
    {.code = "REF-07",
	.level = LEVEL_WARNING,
	.title = "a reference has no type",
	.means = "Styles choose how to print a work by its type. Without one "
		 "it is printed as any document.",
	.fix = "Add type: with one of CSL's types: report, webpage, "
	       "legal_case, book ..."},
    {.code = "REF-08",
	.level = LEVEL_WARNING,
	.title = "a name of a reference is not understood, and left out",
	.means = "Under author: (or editor: and their like) stands something "
		 "that is no name.",
	.why =
	    "A work without its author is cited as if nobody had written it.",
	.fix = "A person has family and given; an institution is a literal.",
	.wrong = "author: [{first: Ann, last: Doe}]",
	.right = "author:\n- {family: Doe, given: Ann}\n- {literal: Human "
		 "Rights Watch}"},
    {.code = "REF-09",
	.level = LEVEL_ERROR,
	.title = "sources rely on one another in a circle",
	.means = "Under custom.relies_on stands which source one only repeats. "
		 "Followed from one to the next, these lead back to the first. "
		 "The message shows each step.",
	.why =
	    "In a circle nobody has seen anything: there is no first source.",
	.fix = "Open the sources and look who quotes whom. Take out the step "
	       "that is not so."},
    {.code = "REF-10",
	.level = LEVEL_WARNING,
	.title = "a source relies on one that is not there",
	.means = "custom.relies_on names an id that neither the library nor "
		 "the case has.",
	.fix = "Correct the id, the nearest of which is shown; or add the "
	       "source that is meant."},
    {.code = "REF-11",
	.level = LEVEL_WARNING,
	.title = "a value of another kind than a reference has there",
	.means = "A key that takes words has a list of lists or a map behind "
		 "it, and is left out. Or something below custom: is not as "
		 "it should be: verification is seen, known or uncertain, "
		 "verified a map with by and on. Other keys may stand there; "
		 "one that reads like another is pointed out.",
	.fix = "Write the words. A list of words alone is joined with commas, "
	       "and is no fault.",
	.wrong = "title: {main: Detention, sub: A report}",
	.right = "title: \"Detention: A report\""},
    {.code = "REF-12",
	.level = LEVEL_ERROR,
	.title = "a list of references of a kind that is not read",
	.means = "BibTeX, RIS, EndNote and their like are not read: they lose "
		 "what lawyers need, and each program writes them otherwise.",
	.fix =
	    "Export the list from Zotero as Better CSL YAML, Better CSL JSON "
	    "or CSL JSON. A .bib file can be imported into Zotero first.",
	.wrong = "sources: [my-library.bib]",
	.right = "sources: [my-library.json]"},
    {.code = "REF-13",
	.level = LEVEL_ERROR,
	.title = "a text of a reference is too long",
	.means = "A title, a note or an abstract has more than 64 kB, a small "
		 "book. What is beyond is left out.",
	.fix = "Shorten it. It is often a whole page that a browser's button "
	       "has put into one field."},
};

const struct area area_ref = AREA("REF", "lists of references", ref);

static const struct explanation src[] = {
    {.code = "SRC-01",
	.level = LEVEL_WARNING,
	.title = "no day on which the address of a source was opened",
	.means = "The source has a URL and no accessed:.",
	.why = "Pages change and go. The day tells what the reader may expect "
	       "to find.",
	.authority =
	    "ACCORD, Researching Country of Origin Information (3rd ed. 2024)",
	.fix = "Open the page, then write the day of it. No day is written by "
	       "anybody who has not opened it.",
	.right = "URL: https://www.ohchr.org/...\naccessed: 2026-11-20"},
    {.code = "SRC-02",
	.level = LEVEL_WARNING,
	.title = "no archived copy of the address of a source",
	.means = "The source has a URL and no custom.archived:.",
	.why =
	    "When the page is gone the tribunal can still read what you read.",
	.fix = "Save the page in a web archive, then write the copy's address.",
	.right = "custom:\n  archived: https://web.archive.org/web/2026.../"},
    {.code = "SRC-03",
	.level = LEVEL_WARNING,
	.title = "no record that a person opened a source",
	.means = "The source has no custom.verified: with a name and a day. "
		 "For a report that cites it, this is VERIF-01.",
	.why = "A source that nobody has opened may say something else, or may "
	       "not exist.",
	.fix = "Open the source, find the passage, and then write who did so, "
	       "on which day and how.",
	.right = "custom:\n  verified: {by: A. Expert, on: 2026-11-20, how: "
		 "read in full}"},
    {.code = "SRC-04",
	.level = LEVEL_WARNING,
	.title = "a source has no title",
	.means = "There is nothing under title:, and it is not of a kind that "
		 "has none (a letter, an interview).",
	.fix = "Add the title as the document has it, or a description that "
	       "begins with the kind of document."},
    {.code = "SRC-05",
	.level = LEVEL_WARNING,
	.title = "a source has no date of issue",
	.means = "There is nothing under issued:.",
	.why = "Whether a source is old is the first that is asked of it.",
	.authority =
	    "ACCORD, Researching Country of Origin Information (3rd ed. 2024)",
	.fix = "Add the date as far as the document has one: a year is enough. "
	       "Where it has none, the warning can stand.",
	.right = "issued: 2022-03"},
    {.code = "SRC-06",
	.level = LEVEL_ERROR,
	.title = "a source has a date in the future",
	.means = "It was issued or opened after today, or after the day that "
		 "--today gives.",
	.fix = "Correct the date. It is often a year mistyped, or day and "
	       "month exchanged."},
    {.code = "SRC-07",
	.level = LEVEL_ERROR,
	.title = "a source has a date after the report's",
	.means = "It was issued or opened after the report_date of the case.",
	.why = "Nobody can have read it when the report was written. Such a "
	       "slip is found in cross-examination.",
	.fix = "Correct the date of the source, or of the report."},
    {.code = "SRC-08",
	.level = LEVEL_WARNING,
	.title = "a source may be there twice",
	.means = "Two sources have the same DOI, the same URL, or the same "
		 "title with no difference of year, number, volume, page or "
		 "author. The message names the other.",
	.why = "Cited under two ids, one source looks like two that agree.",
	.fix = "Delete one, and cite the other everywhere. If they are two, "
	       "give what tells them apart."},
    {.code = "SRC-09",
	.level = LEVEL_ERROR,
	.title = "a key of a source has letters of another alphabet",
	.means =
	    "The id looks like plain letters, but one is Cyrillic or Greek, or "
	    "a dash or blank is an unusual one. It comes in with a paste.",
	.why = "Typed as it looks, the key is not found.",
	.fix =
	    "Type the id anew with your keyboard, here and where it is cited."},
    {.code = "SRC-10",
	.level = LEVEL_ERROR,
	.title = "a text cites a source that is not there",
	.means = "The key behind @ is in none of the lists. The nearest is "
		 "shown; a letter of another alphabet in the key is told. In a "
		 "report this is CITE-07.",
	.fix = "Correct the key, or add the source."},
    {.code = "SRC-11",
	.level = LEVEL_ERROR,
	.title = "a case is named together with other files",
	.means = "peritus sources takes one case, or lists and texts: a case "
		 "has its own lists.",
	.fix = "Name the case alone, or leave it out."},
};

const struct area area_src = AREA("SRC", "records of sources", src);

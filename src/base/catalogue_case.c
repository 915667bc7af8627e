#include "base/catalogue_area.h"

static const struct explanation kase[] = {
    {.code = "CASE-01",
	.level = LEVEL_ERROR,
	.title = "a key that a case or an expert's file does not have",
	.means = "The word before the colon is none of those that this place "
		 "knows. The message shows the nearest one, if there is one.",
	.why = "A misspelt key would be passed over in silence, and with it "
	       "the fact behind it.",
	.fix = "Correct the word. What is only of use to your own templates "
	       "goes under extra:, where any key is allowed.",
	.wrong = "statsu: draft\nhair: brown",
	.right = "status: draft\nextra:\n  hair: brown"},
    {.code = "CASE-02",
	.level = LEVEL_ERROR,
	.title = "a key is missing, or nothing stands behind it",
	.means = "Some keys every case must have: the forum (profile), the "
		 "status, the date of the report, the country, the subject "
		 "with a name and pronouns, the expert. The message names all "
		 "that are missing at one place together.",
	.why = "Without them no report can be written that is not a guess. "
	       "Pronouns above all are never guessed from a name.",
	.fix = "Add the key, with its value. \"peritus schema case\" prints "
	       "all keys there are.",
	.wrong = "subject:\n  name: {full: Alena Zarechnaya}",
	.right = "subject:\n  name: {full: Alena Zarechnaya}\n  pronouns: she"},
    {.code = "CASE-03",
	.level = LEVEL_ERROR,
	.title = "a value is of another kind than its key wants",
	.means = "There is text where a list must be, a list where text must "
		 "be, words where a number or true and false are wanted, or "
		 "!unknown where the fact must be known.",
	.fix = "A list has each entry on a line of its own behind a dash (or "
	       "within [ and ], parted by commas); a map has a key and a colon "
	       "in each line below it.",
	.wrong = "sections: belarus/detention",
	.right = "sections:\n- belarus/detention"},
    {.code = "CASE-04",
	.level = LEVEL_ERROR,
	.title = "a date that is not one, or a day that does not exist",
	.means = "Dates of a case are written year, month, day, as in "
		 "2026-11-20. The date of a fact may be less exact (2020-08, "
		 "2020, or words such as c. 2015), but where it has the form "
		 "of a date there must be such a day. Where it is plain which "
		 "day is meant, the message has it as it should be written.",
	.why = "03/04/2024 is two different days on two sides of an ocean.",
	.fix = "Write the year first, with two digits each for month and day; "
	       "and look whether the day exists.",
	.wrong = "report_date: 20/11/2026",
	.right = "report_date: 2026-11-20"},
    {.code = "CASE-05",
	.level = LEVEL_ERROR,
	.title = "a word that is none of those allowed here",
	.means = "Some keys take one of a few words only: status is draft or "
		 "final, pronouns are she, he or they, or a map with all five "
		 "forms. The message lists the words that are allowed.",
	.fix = "Use one of them.",
	.wrong = "status: finished",
	.right = "status: final"},
    {.code = "CASE-06",
	.level = LEVEL_ERROR,
	.title = "an id or a section is there twice",
	.means = "Two entries of one list have the same id, or the case asks "
		 "for the same section twice. The message shows both places.",
	.why = "What refers to the id could mean either; and a section that is "
	       "printed twice makes its labels ambiguous and its paragraphs "
	       "longer than the forum likes.",
	.fix = "Give one of the two another id, or delete it."},
    {.code = "CASE-07",
	.level = LEVEL_ERROR,
	.title = "there is no library: no templates/ folder was found",
	.means =
	    "Profiles, sections, sources and report templates stand in a "
	    "folder templates/. It is looked for in the folder of the case, in "
	    "those above it, and where the program was installed.",
	.fix = "Move the case below a folder that has templates/, or name that "
	       "folder with --root."},
    {.code = "CASE-08",
	.level = LEVEL_WARNING,
	.title = "a date after one that it cannot be after",
	.means =
	    "Some dates have an order: the letter of instruction comes before "
	    "the report, birth before it too, a search begins before it ends. "
	    "Here two are the other way round; the message shows both. Partial "
	    "dates are given the benefit of the doubt: 2026-11 may be before "
	    "or after 2026-11-20.\n"
	    "In a final report it is an error, unless the order is only odd: "
	    "a hearing before the report, a fact from before the subject was "
	    "born, a section that reaches beyond the report or was reviewed "
	    "before its own end.",
	.why = "A wrong year is the slip that every reader of a report sees, "
	       "and one that a cross-examination begins with.",
	.fix = "Correct one of the two. What is odd and right may stay.",
	.wrong = "report_date: 2026-11-20\ninstructions:\n  letter: "
		 "2026-12-01",
	.right = "report_date: 2026-11-20\ninstructions:\n  letter: "
		 "2026-10-01"},
    {.code = "CASE-09",
	.level = LEVEL_WARNING,
	.title = "an id that nothing has",
	.means = "A fact names a document, an opinion a question, a question a "
		 "field of the expert's, or a waiver the code of a rule; and "
		 "there is none of that name. The nearest one is shown. In a "
		 "final report it is an error.",
	.why = "\"(Document .)\" would stand in the report where the number "
	       "of the document should, or an answer to no question.",
	.fix = "Correct the id, or add what it should name.",
	.wrong = "documents:\n- {id: ws1, title: Statement}\nfacts:\n"
		 "- {id: f1, text: She left., source: ws2}",
	.right = "documents:\n- {id: ws1, title: Statement}\nfacts:\n"
		 "- {id: f1, text: She left., source: ws1}"},
    {.code = "CASE-10",
	.level = LEVEL_WARNING,
	.title = "an id that nothing refers to",
	.means = "No opinion answers a question that was put. As information "
		 "only: no fact has some of the documents as its source.",
	.why = "A question without an answer is the first thing that those who "
	       "put it look for. A document that bears on no fact may well be "
	       "right, or a fact may name the wrong one.",
	.fix = "Write the opinion, were it only to say that the question is "
	       "outside the expertise or cannot be answered.",
	.wrong = "instructions:\n  questions: [{id: q1, text: Why?}]\n"
		 "opinions: [{question: q2, answer: No.}]",
	.right = "instructions:\n  questions: [{id: q1, text: Why?}]\n"
		 "opinions: [{question: q1, answer: No.}]"},
};

const struct area area_case = AREA("CASE", "what a case file must have", kase);

static const struct explanation sect[] = {
    {.code = "SECT-01",
	.level = LEVEL_ERROR,
	.title = "there is no such section in the library",
	.means = "The case asks under sections: for a section that the library "
		 "does not have. Its name is that of its file below "
		 "templates/sections, without .md. The nearest name is shown.",
	.fix =
	    "Correct the name; or write the section; or, for one of the case's "
	    "own, give its path in the case's folder, which ends in .md.",
	.wrong = "sections: [belarus/detentions]",
	.right = "sections: [belarus/detention, own/letter-from-minsk.md]"},
    {.code = "SECT-02",
	.level = LEVEL_ERROR,
	.title = "the front matter of a section is not right",
	.means = "A section begins with a line of three dashes, then keys, "
		 "then another line of three dashes. Here the second line is "
		 "missing, or the keys lack id, title or country, or the id is "
		 "not that of the file's place; or a key is none that a "
		 "section has, or has a value of another kind than it wants. "
		 "\"peritus schema section\" prints all keys there are.",
	.fix = "For templates/sections/belarus/detention.md the id is "
	       "belarus/detention.",
	.wrong = "---\nid: belarus/prison",
	.right = "---\nid: belarus/detention\ntitle: Conditions of "
		 "detention\ncountry: belarus\n---"},
    {.code = "SECT-03",
	.level = LEVEL_INFO,
	.title = "a section was tried with fewer facts than there could be",
	.means = "`peritus sections test` tries every value of every fact, and "
		 "every pair of values on which the same words depend. For "
		 "this template that would take more variants than --limit "
		 "allows; those that were run are shown.",
	.fix = "Give a higher --limit. A template that depends on so much is "
	       "often better divided."},
};

const struct area area_sect = AREA("SECT", "sections on a country", sect);

#include "base/catalogue_area.h"

static const struct explanation prof[] = {
    {.code = "PROF-01",
	.level = LEVEL_ERROR,
	.title = "there is no such profile",
	.means = "A profile is what a forum demands: paper, length, "
		 "statements, rules. The case names one under profile:, and "
		 "the library has no file of that name in templates/profiles.",
	.fix = "Correct the name; the nearest is shown.",
	.wrong = "profile: uk-utiacs",
	.right = "profile: uk-utiac"},
    {.code = "PROF-02",
	.level = LEVEL_ERROR,
	.title = "something in a profile is not right",
	.means = "A key of the profile has a value that it cannot have, or one "
		 "is missing: a profile needs a report, a sheet and a style; a "
		 "constant needs an id, a text and its authority; a section of "
		 "the bibliography needs an id, a title and the types or "
		 "keywords of the works it takes. The message says which, and "
		 "what may stand there.\n"
		 "Keys of your own are allowed in a profile, and templates "
		 "read them as profile.KEY; one that reads like another key, "
		 "and a rule whose code there is not, are warnings.",
	.why = "The statements of a forum must be word for word what its rules "
	       "demand, so each says where its words are from.",
	.fix = "Mend the line that is shown. The profiles in "
	       "templates/profiles are examples; \"peritus schema profile\" "
	       "prints all keys there are.",
	.wrong = "ibid: never",
	.right = "ibid: off"},
};

const struct area area_prof = AREA("PROF", "what a forum demands", prof);

static const struct explanation sheet[] = {
    {.code = "SHEET-01",
	.level = LEVEL_ERROR,
	.title = "there is no such sheet",
	.means = "A sheet is the look of a report: paper, margins, sizes of "
		 "type. The profile names one under sheet:, and the library "
		 "has no file of that name in templates/sheets.",
	.fix = "Correct the name; the nearest is shown."},
    {.code = "SHEET-02",
	.level = LEVEL_ERROR,
	.title = "something in a sheet is not right",
	.means = "A key that a sheet does not have, a value of another kind "
		 "than it wants, a paper or a colour that is none, a kind of "
		 "type without size, or margins that leave "
		 "no room for text.",
	.fix = "Mend the line that is shown. Papers are a4, letter or [width, "
	       "height]; a colour is six digits from 0 to f, without a # "
	       "before them.",
	.wrong = "paper: a5\nheading: {size: 14pt, colour: \"#003366\"}",
	.right = "paper: [148mm, 210mm]\ntype:\n  h1: {size: 14pt, colour: "
		 "\"003366\"}"},
    {.code = "SHEET-03",
	.level = LEVEL_ERROR,
	.title = "a length that is not one",
	.means =
	    "A length of a sheet is a number with pt, mm, cm or in behind it; "
	    "a bare number is points.",
	.fix = "Write the number with a point, not a comma, and one of these "
	       "units.",
	.wrong = "gutter: 1,2cm",
	.right = "gutter: 12mm"},
};

const struct area area_sheet = AREA("SHEET", "the look of a report", sheet);

static const struct explanation font[] = {
    {.code = "FONT-01",
	.level = LEVEL_ERROR,
	.title = "a font that the sheet asks for is not installed",
	.means = "fonts/fonts.yaml says in which file each family is; the file "
		 "is in none of its folders, nor in that of PERITUS_FONTS. The "
		 "hint is the command that installs it on Debian.",
	.why = "Another font in its place would break other lines and pages, "
	       "and paragraphs of one report would stand on different pages on "
	       "two machines.",
	.fix = "Install the package, or name a family that is there in the "
	       "sheet."},
    {.code = "FONT-02",
	.level = LEVEL_ERROR,
	.title = "no font has a letter that the report needs",
	.means =
	    "A name or a quotation has a letter that neither the family of the "
	    "text nor those of the list fallback in fonts.yaml have.",
	.why = "It would be printed as an empty box. Names are evidence.",
	.fix = "Add a family with that script to fonts/fonts.yaml and to its "
	       "list fallback; Debian's fonts-noto-core has nearly all. If the "
	       "letter came in with a paste from Word or a PDF (a symbol of a "
	       "private font), type the one that is meant."},
    {.code = "FONT-03",
	.level = LEVEL_ERROR,
	.title = "fonts.yaml lacks a family, or a family's regular face",
	.means =
	    "A sheet or the list fallback names a family that fonts/fonts.yaml "
	    "does not define, or a family there has no face under regular:.",
	.fix = "Correct the name, or add the family with at least its regular "
	       "face.",
	.wrong = "fallback: [serif, gothic]",
	.right = "fallback: [serif]"},
};

const struct area area_font = AREA("FONT", "fonts and letters", font);

#include "base/catalogue_area.h"

static const struct explanation csl[] = {
    {.code = "CSL-01",
	.level = LEVEL_ERROR,
	.title = "the citation style is not found",
	.means =
	    "A profile names a style under style:, or a style names another as "
	    "its parent. It is looked for in templates/styles of the project, "
	    "among the installed ones, and in the folder of Debian's styles.",
	.fix = "Correct the name, the nearest of which is shown; or install "
	       "the package citation-style-language-styles; or put the .csl "
	       "file into templates/styles. \"peritus cite --list-styles "
	       "WORD\" lists what there is."},
    {.code = "CSL-02",
	.level = LEVEL_ERROR,
	.title = "the file of a style or locale is broken",
	.means =
	    "It is not well-formed XML: an element is not closed, or a sign "
	    "such as & stands alone. The message says what the reader met.",
	.fix = "Fetch the style again. If it was edited: each <text> is closed "
	       "by /> or </text>, and & is written &amp;.",
	.wrong = "<text variable=\"title\">",
	.right = "<text variable=\"title\"/>"},
    {.code = "CSL-03",
	.level = LEVEL_ERROR,
	.title = "the file is no style that can be used",
	.means = "It is XML, but not a style of CSL 1.0: it is a locale or a "
		 "web page, it is written for an older version, it does not "
		 "say how to cite, or styles name each other as their parents.",
	.fix = "Use a style of CSL 1.0.x. Those of Zotero's repository are."},
    {.code = "CSL-04",
	.level = LEVEL_WARNING,
	.title = "there is no locale for the style's language",
	.means =
	    "A locale holds the words that a style adds (\"and\", \"ed\", the "
	    "names of months). There is none for the language that was asked "
	    "for, and the English of the United States stands in for it.",
	.fix =
	    "Install the package citation-style-language-locales, or correct "
	    "the name of the language: en-GB, not en_gb or english."},
    {.code = "CSL-05",
	.level = LEVEL_ERROR,
	.title = "a style calls a macro that it does not have",
	.means = "The style names a macro that is nowhere in it. Nothing is "
		 "printed in its place.",
	.fix = "Correct the name in the style; the nearest is shown.",
	.wrong = "<text macro=\"titel\"/>",
	.right = "<text macro=\"title\"/>"},
    {.code = "CSL-06",
	.level = LEVEL_ERROR,
	.title = "macros of a style call each other without end",
	.means = "A macro calls itself, straight or by way of others, or the "
		 "elements of the style are nested too deep. The message shows "
		 "the circle, which is cut.",
	.fix = "Take out one of the calls in the style."},
    {.code = "CSL-07",
	.level = LEVEL_ERROR,
	.title = "a style or locale is refused",
	.means = "It begins with a document type, it has more than 4 MB, or "
		 "its elements are nested more than 100 deep. No style needs "
		 "these; files that were made to fill the memory or to read "
		 "others of the machine do.",
	.fix = "Delete the line <!DOCTYPE ...>, and write the characters "
	       "themselves in place of its entities."},
};

const struct area area_csl = AREA("CSL", "citation styles", csl);

static const struct explanation bib[] = {
    {.code = "BIB-01",
	.level = LEVEL_ERROR,
	.title = "a list of sources asks for a section that there is not",
	.means = "::: {.refs only=...} names a section that the profile's "
		 "bibliography: does not have. The nearest is shown.",
	.fix = "Correct the id, or add the section to the profile.",
	.wrong = "::: {.refs only=boks}",
	.right = "::: {.refs only=books}"},
    {.code = "BIB-02",
	.level = LEVEL_ERROR,
	.title = "an option of a list of sources is neither on nor off",
	.means = "sections= of ::: {.refs} says whether the list is divided "
		 "into the profile's sections.",
	.fix = "Write sections=on or sections=off.",
	.wrong = "::: {.refs sections=no}",
	.right = "::: {.refs sections=off}"},
    {.code = "BIB-03",
	.level = LEVEL_ERROR,
	.title = "the profile has no sections of sources to choose from",
	.means = "The template asks for certain sections, or for a table of "
		 "authorities, and the profile does not say under "
		 "bibliography: which sections there are.",
	.fix = "Add bibliography: to the profile; those in templates/profiles "
	       "show how. Or use ::: {.refs} alone."},
    {.code = "BIB-04",
	.level = LEVEL_WARNING,
	.title = "works are cited that stand in no list",
	.means = "The lists of the template leave out a section of the "
		 "bibliography, and works of that section are cited. The "
		 "message names one of them.",
	.why =
	    "What the report relies on must be found in its list of sources.",
	.authority = "CPR Practice Direction 35, para 3.2(2)",
	.fix = "Add the section to one of the lists, or add ::: {.refs} "
	       "without options."},
};

const struct area area_bib = AREA("BIB", "lists of sources in a report", bib);

#include "base/catalogue_area.h"

static const struct explanation line[] = {
    {.code = "LINE-01",
	.level = LEVEL_WARNING,
	.title = "a word that is wider than its line had to be cut",
	.means = "It has no place where it could be divided: a long address, a "
		 "number, a line of code. It is broken where the line ends, "
		 "without a hyphen.",
	.fix = "Shorten it, or make it a link with words: [the "
	       "decree](https://...). In a narrow column of a table, give the "
	       "column more room with widths=."},
};

const struct area area_line = AREA("LINE", "lines", line);

static const struct explanation lay[] = {
    {.code = "LAY-01",
	.level = LEVEL_WARNING,
	.title = "something is higher than a page",
	.means = "One thing that cannot be divided, such as a line of very "
		 "large type, does not fit between the margins. It stands on a "
		 "page of its own and reaches beyond them.",
	.fix = "Look at the sizes of type and the margins in the sheet."},
    {.code = "LAY-02",
	.level = LEVEL_WARNING,
	.title = "what belongs together is parted between two pages",
	.means =
	    "A block that is to stay on one page (::: {.keep}, ::: "
	    "{.signature}, a heading with what follows) is higher than a page, "
	    "so that it had to be divided. The message gives the page.",
	.fix = "Shorten the block, or end it earlier."},
    {.code = "LAY-03",
	.level = LEVEL_WARNING,
	.title = "the words of a table are wider than its columns",
	.means = "The longest words of the columns together are wider than the "
		 "page, so that some are cut where their column ends (LINE-01 "
		 "says which).",
	.fix = "Divide the table, turn its page with ::: {.landscape}, shorten "
	       "its words, or set widths=."},
    {.code = "LAY-04",
	.level = LEVEL_ERROR,
	.title = "blocks are nested too deep to be set on a page",
	.means = "Lists, quotations and fences stand more than 60 deep within "
		 "one another. What is deeper is not printed.",
	.fix = "Look for a list or a quotation that repeats itself, or that "
	       "was pasted into itself."},
    {.code = "LAY-05",
	.level = LEVEL_ERROR,
	.title = "a table has too many columns",
	.means = "More than 64 columns have no room on a page. The rest is not "
		 "printed.",
	.fix = "Divide the table, or turn rows into columns."},
    {.code = "LAY-06",
	.level = LEVEL_ERROR,
	.title = "a picture is not set, only its caption",
	.means = "Pictures cannot be printed yet.",
	.fix = "Put the picture into an annex of its own, and say in the text "
	       "where it is."},
};

const struct area area_lay = AREA("LAY", "pages", lay);

static const struct explanation hyph[] = {
    {.code = "HYPH-01",
	.level = LEVEL_WARNING,
	.title = "no hyphenation patterns are installed for the language",
	.means = "Without them no word is divided, so that lines have wide "
		 "gaps, and pages differ from those of another machine.",
	.fix = "Install the package: hyphen-en-gb or hyphen-en-us on Debian."},
};

const struct area area_hyph = AREA("HYPH", "dividing words", hyph);

static const struct explanation out[] = {
    {.code = "OUT-01",
	.level = LEVEL_ERROR,
	.title = "the report's file cannot be made",
	.means = "The folder is not there, you have no permission to write in "
		 "it, or the name is that of a folder. The message says which. "
		 "An older report of that name stays as it was.",
	.fix = "Correct the path behind -o, or make the folder."},
    {.code = "OUT-02",
	.level = LEVEL_ERROR,
	.title = "the report could not be written to its end",
	.means = "The disk is full, a quota is used up, or the disk reports an "
		 "error. What had been written is deleted again, and an older "
		 "report of that name stays as it was.",
	.fix = "Make room, then build again."},
    {.code = "OUT-04",
	.level = LEVEL_ERROR,
	.title = "a font cannot be put into the PDF",
	.means =
	    "The font's file is broken, or its licence forbids to embed it.",
	.why = "A PDF without its fonts looks different on every machine, and "
	       "is no PDF/A.",
	.fix = "Install the font's package again, or name another family in "
	       "the sheet."},
    {.code = "OUT-06",
	.level = LEVEL_ERROR,
	.title = "the library that writes PDF reports a fault",
	.means = "libharu is there in another version than 2.3.0, or has "
		 "failed, most often because memory ran out.",
	.fix = "Install libhpdf-2.3.0 of Debian 12. If it is there, tell the "
	       "makers of peritus what the message says."},
    {.code = "OUT-07",
	.level = LEVEL_ERROR,
	.title = "no font of the report has the letters of DRAFT",
	.means = "A draft has DRAFT across every page, and none of the fonts "
		 "that the report uses has these letters.",
	.fix = "Use a family with Latin letters in the sheet."},
    {.code = "OUT-08",
	.level = LEVEL_ERROR,
	.title = "the text is nested too deep to be printed plainly",
	.means = "For -T plain: blocks and spans stand more than 200 deep "
		 "within one another. What is deeper is not printed.",
	.fix =
	    "Look for a list, a quotation or a bracket that repeats itself."},
};

const struct area area_out = AREA("OUT", "writing the report", out);

#include "base/catalogue_area.h"

static const struct explanation mark[] = {
    {.code = "MARK-01",
	.level = LEVEL_ERROR,
	.title = "a character that no font and no alphabet has",
	.means = "A section or template holds a character of the private "
		 "planes of Unicode (above U+F0000), which has no meaning but "
		 "in one program. It comes in with a paste from Word or a PDF, "
		 "where it stood for a symbol.",
	.fix = "Type the character that is meant, or delete it."},
    {.code = "MARK-02",
	.level = LEVEL_ERROR,
	.title = "HTML stands in the text",
	.means =
	    "What stands between < and > is not used here: a report has no "
	    "HTML. Only comments, <!-- like this -->, are allowed; where one "
	    "begins a line, nothing else may stand on that line.",
	.why = "On paper the tags would be printed, or their meaning lost.",
	.fix = "Write *italic*, **bold**, [text](https://address), and "
	       "{.class} for what has a look of its own. A < that is meant as "
	       "the sign is written \\<.",
	.wrong = "She was <b>not</b> charged.",
	.right = "She was **not** charged."},
    {.code = "MARK-03",
	.level = LEVEL_ERROR,
	.title = "a link that leads nowhere a reader could follow",
	.means = "A link of a report leads to an address with http:// or "
		 "https://, to a mailbox with mailto:, or with # to a label of "
		 "the report. Anything else, such as a file on your own disk, "
		 "is refused; its words are printed without the link.",
	.fix = "Write the whole address, beginning with https://.",
	.wrong = "[the decree](www.pravo.by/decree)",
	.right = "[the decree](https://www.pravo.by/decree)"},
    {.code = "MARK-04",
	.level = LEVEL_ERROR,
	.title = "a fence of three colons that has no partner",
	.means = "A line ::: {.class} begins a block, and a line ::: alone "
		 "ends it. Here a beginning has no end in its file, or an end "
		 "has no beginning.",
	.fix = "Write the line that is missing. Blocks within one another are "
	       "closed from the innermost.",
	.wrong = "::: {.signature}\n{{ expert.name.full }}",
	.right = "::: {.signature}\n{{ expert.name.full }}\n:::"},
    {.code = "MARK-05",
	.level = LEVEL_ERROR,
	.title = "a fact of several lines stands within a sentence",
	.means = "The fact holds line breaks, and its tag has words before or "
		 "behind it. The message shows where the fact was written.",
	.fix = "If the lines are one sentence, write |oneline behind the fact. "
	       "If they are paragraphs, give the tag a line of its own with "
	       "blank lines around it.",
	.wrong = "She lives at {{ subject.extra.address }} now.",
	.right = "She lives at {{ subject.extra.address|oneline }} now."},
    {.code = "MARK-06",
	.level = LEVEL_ERROR,
	.title = "attributes in braces that cannot be read",
	.means = "At the end of a heading, a paragraph or an image, or on a "
		 "fence, stand braces with a label, classes or values: {#label "
		 ".class key=value}. Here something else stands within them, "
		 "or they stand where there is nothing that could have them.",
	.fix =
	    "One label at most, with # before it; a dot before each class; no "
	    "blanks around =; quotation marks around a value with blanks.",
	.wrong = "Conditions were poor. {#a #b}\n\n::: {.keep, .wide}",
	.right = "Conditions were poor. {#a}\n\n::: {.keep .wide}"},
    {.code = "MARK-07",
	.level = LEVEL_ERROR,
	.title = "a citation is not put together right",
	.means = "Within the brackets of a citation each work has its @key, "
		 "and works are parted by a semicolon. Here a part has no key, "
		 "or two keys stand in one part. That there is an @ with no "
		 "key at all is a warning: it may be meant as the sign.",
	.fix = "Put a ; between two works. Words about a work stand in its own "
	       "part, before or behind its key. For the sign itself write \\@.",
	.wrong = "[@ohchr-2022 and @bachelet-2022]",
	.right = "[@ohchr-2022; see also @bachelet-2022]"},
    {.code = "MARK-08",
	.level = LEVEL_ERROR,
	.title = "more than a text can have: too deep, too long, too crowded",
	.means = "There are limits that no report comes near: 64 spans or 32 "
		 "fences within one another, lists and quotations 100 columns "
		 "deep, 200 columns of a table, 8 MB of one text. What is "
		 "beyond is printed as plain words or left out.",
	.fix = "Look at the place that is shown: it is often a bracket or a > "
	       "that was pasted many times."},
    {.code = "MARK-09",
	.level = LEVEL_ERROR,
	.title = "paragraphs stand within a sentence",
	.means = "An included file, or a fact of several paragraphs, lists or "
		 "headings, stands in a line with other words.",
	.fix = "Give the tag a line of its own, with blank lines around it.",
	.wrong = "As she said: {{ facts[1].text }} It is plausible.",
	.right = "As she said:\n\n{{ facts[1].text }}\n\nIt is plausible."},
    {.code = "MARK-10",
	.level = LEVEL_ERROR,
	.title = "a heading within a fact or an opinion",
	.means = "A text of the case (an opinion, the text of a fact) has a "
		 "line that begins with #. Headings belong to the report's "
		 "template; the line is printed as a paragraph.",
	.why = "A heading would close the part of the report in which the fact "
	       "stands, and change the numbers of all that follows.",
	.fix = "Delete the #, or write the line as **bold** words.",
	.wrong = "answer: |\n  # My view\n  It is likely.",
	.right = "answer: |\n  **My view.** It is likely."},
    {.code = "MARK-11",
	.level = LEVEL_ERROR,
	.title = "a table or a list of definitions is not put together right",
	.means = "A row has more cells than the table's first one, a caption "
		 "has no table before it, widths= does not name one width for "
		 "each column, a block ::: {.table} is not a list of lists, or "
		 "in ::: {.defs} a term has no meaning or a meaning no term.",
	.why = "Cells too many would be dropped, and with them words of the "
	       "report.",
	.fix = "Mend the row or line that is shown. A | that belongs to a cell "
	       "is written \\|.",
	.wrong = "| Year | Arrests |\n|---|---|\n| 2020 | 13,500 | OHCHR |",
	.right = "| Year | Arrests | Source |\n|---|---|---|\n| 2020 | 13,500 "
		 "| OHCHR |"},
    {.code = "MARK-12",
	.level = LEVEL_ERROR,
	.title = "a fence or the words of a note do not stand at the margin",
	.means = "A line that begins with ::: or with [^name]: stands within a "
		 "list or a quotation, or behind ::: stand several words. It "
		 "would be printed as it is.",
	.fix = "Begin the line at the margin, outside of the list or "
	       "quotation. Behind ::: stands one word, or {attributes}.",
	.wrong = "> Quoted words.[^a]\n> [^a]: The words of the note.",
	.right = "> Quoted words.[^a]\n\n[^a]: The words of the note."},
};

const struct area area_mark = AREA("MARK", "the text: Markdown", mark);

static const struct explanation note[] = {
    {.code = "NOTE-01",
	.level = LEVEL_WARNING,
	.title = "a note that nothing calls",
	.means = "The words of a note are there, [^name]: ..., and no [^name] "
		 "in this file. It is not printed.",
	.fix = "Put [^name] where the note belongs, or delete its words. Notes "
	       "belong to one file: a call in another does not find them."},
    {.code = "NOTE-02",
	.level = LEVEL_ERROR,
	.title = "a note is called that is not there",
	.means = "[^name] stands in the text, and no line [^name]: with its "
		 "words in the same file.",
	.fix = "Write the words of the note, or correct its name.",
	.wrong = "He was released.[^realese]\n\n[^release]: On 4 May 2021.",
	.right = "He was released.[^release]\n\n[^release]: On 4 May 2021."},
    {.code = "NOTE-03",
	.level = LEVEL_ERROR,
	.title = "a note is written twice under one name",
	.means = "Two lines begin with the same [^name]: in one file; the "
		 "message shows both. The first counts.",
	.why = "Other programs keep one of the two and drop the other's words.",
	.fix = "Give one of them another name."},
    {.code = "NOTE-04",
	.level = LEVEL_ERROR,
	.title = "a note is called twice",
	.means = "[^name] stands at two places; the message shows both. A note "
		 "has one number and stands on one page.",
	.fix = "At the second place refer to it with @fn-name, which prints "
	       "its number.",
	.wrong = "One.[^a] Two.[^a]\n\n[^a]: The words of the note.",
	.right = "One.[^a] Two (see @fn-a).\n\n[^a]: The words of the note."},
    {.code = "NOTE-05",
	.level = LEVEL_ERROR,
	.title = "a note within a note",
	.means = "The words of a note have a note of their own, which has no "
		 "place on the page.",
	.fix = "Put the words of the inner note into brackets, or call it in "
	       "the text."},
};

const struct area area_note = AREA("NOTE", "footnotes", note);

static const struct explanation label[] = {
    {.code = "LABEL-01",
	.level = LEVEL_ERROR,
	.title = "a label is given twice",
	.means = "Two paragraphs, headings, tables or figures have the same "
		 "{#label}; the message shows both places.",
	.why = "A reference to it could mean either.",
	.fix = "Give one of them another label. In two different sections the "
	       "same label is no fault: there it is the section's."},
    {.code = "LABEL-02",
	.level = LEVEL_ERROR,
	.title = "a reference to nothing",
	.means = "@par-name, @sec-name, @tbl-name, @fig-name, @app-name and "
		 "@fn-name refer to what has the label name. There is none; "
		 "perhaps it stands in a section that the case leaves out, or "
		 "in a part of it that a condition leaves out.",
	.why = "\"See paragraph ??\" in a report that was served cannot be put "
	       "right in the witness box.",
	.fix = "Correct the name, which the hint shows if one is near; or give "
	       "the label where it belongs.",
	.wrong = "The arrests were many. {#arrests}\n\nSee @par-arests.",
	.right = "The arrests were many. {#arrests}\n\nSee @par-arrests."},
    {.code = "LABEL-03",
	.level = LEVEL_ERROR,
	.title = "a reference names another kind of thing than its label has",
	.means =
	    "The label is there, but what has it is not what the reference "
	    "says: @tbl-x refers to a table, and x is a paragraph.",
	.fix = "Write the prefix that the hint shows.",
	.wrong = "The arrests were many. {#x}\n\nSee @tbl-x.",
	.right = "The arrests were many. {#x}\n\nSee @par-x."},
    {.code = "LABEL-04",
	.level = LEVEL_ERROR,
	.title = "a reference fits labels of several sections",
	.means = "Two sections have a label of this name, and the reference "
		 "stands in neither. The message shows both.",
	.fix = "Write the section before the label.",
	.wrong = "See @par-arrests.",
	.right = "See @par-belarus/detention/arrests."},
    {.code = "LABEL-05",
	.level = LEVEL_ERROR,
	.title = "a reference to something that has no number",
	.means = "The label is there, but what has it is not counted: a "
		 "paragraph of the cover, of a quotation or of an unnumbered "
		 "part. There is nothing that the reference could print.",
	.fix = "Refer to the heading above it, or to a paragraph that has a "
	       "number."},
};

const struct area area_label = AREA("LABEL", "labels and references", label);

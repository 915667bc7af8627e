#include "base/catalogue_area.h"

static const struct explanation stmt[] = {
    {.code = "STMT-01",
	.level = LEVEL_BLOCK,
	.title = "the statement of truth is not the forum's, word for word",
	.means =
	    "The block ::: {.truth constant=...} differs from the text that "
	    "the profile holds, or the report has none, or the profile has no "
	    "text of that name. Line breaks and the shape of quotation marks "
	    "do not count. The message shows where the words part.",
	.why =
	    "Forums prescribe the words, and they differ from one to the next. "
	    "A statement in other words is not the one that was asked for.",
	.authority =
	    "CPR Practice Direction 35, para 3.3; in the First-tier Tribunal "
	    "(IAC), its Practice Direction of 1 November 2024, para 9.4; else "
	    "the text in the profile, which names its authority",
	.fix = "Take the words from the profile: {{ constants.truth }} within "
	       "the block. If the profile's text is out of date, it is changed "
	       "there, once, with its authority and day.",
	.wrong = "::: {.truth constant=truth}\nI confirm that all I say is "
		 "true.\n:::",
	.right = "::: {.truth constant=truth}\n{{ constants.truth }}\n:::"},
    {.code = "STMT-02",
	.level = LEVEL_BLOCK,
	.title = "no signature on the page of the statement of truth",
	.means = "A block ::: {.signature} with a name and a date must follow "
		 "the statement of truth, and the two must stand on one page.",
	.why = "A signature on a page of its own can be taken for that of "
	       "another document. It verifies what stands above it. This is "
	       "practice; no forum's rule is known that says so.",
	.fix = "Put the statement into the block of the signature: it is kept "
	       "on one page.",
	.right =
	    "::: {.signature}\n::: {.truth constant=truth}\n{{ constants.truth "
	    "}}\n:::\n{{ expert.name.full }}, {{ report_date|date }}\n:::"},
};

const struct area area_stmt =
    AREA("STMT", "rules: the statement of truth", stmt);

static const struct explanation cite[] = {
    {.code = "CITE-01",
	.level = LEVEL_ERROR,
	.title = "a sourced fact or an opinion has no source",
	.means = "The paragraph is of the kind sourced_fact or opinion, and "
		 "cites nothing. An opinion may refer to the paragraphs that "
		 "it rests on instead; a paragraph that opens a list rests on "
		 "what its items cite.",
	.why = "A statement about a country that cannot be traced to a source "
	       "carries little weight, and an expert must give the material "
	       "relied on.",
	.authority =
	    "CPR Practice Direction 35, para 3.2(2); AAW [2015] UKUT 673",
	.fix = "Cite a source; or say what the paragraph is, with "
	       "{kind=own_knowledge}, {kind=instructed_fact} or "
	       "{kind=assumption} at its end.",
	.wrong = "About 13,500 people were arrested.",
	.right = "About 13,500 people were arrested [@ohchr-2022, para 12]."},
    {.code = "CITE-07",
	.level = LEVEL_BLOCK,
	.title = "a source that is not in the library",
	.means = "The key behind @ is in none of the lists of sources of the "
		 "library and of the case. The nearest is shown.",
	.why = "A court has excluded an expert's declaration for citations of "
	       "works that do not exist.",
	.authority = "Kohls v. Ellison (D. Minn. 10 January 2025)",
	.fix = "Correct the key; or add the source, when you have opened it.",
	.wrong = "Many were arrested [@ohcr-2022].",
	.right = "Many were arrested [@ohchr-2022]."},
    {.code = "CITE-08",
	.level = LEVEL_WARNING,
	.title = "nothing was cited, so nothing is printed",
	.means = "peritus cite was given a text in which nothing is cited, or "
		 "a style that has no bibliography and no text.",
	.fix = "Write [@key, p 3] in the text; or give a text with citations "
	       "besides the list."},
    {.code = "CITE-L1",
	.level = LEVEL_WARNING,
	.title = "a word before a number is no locator",
	.means = "Behind a key stands a word and a number that read like a "
		 "locator (p 12, para 7), but the word is none of those that "
		 "are known. It is printed as it stands.",
	.fix = "Correct the word, the nearest of which is shown; or put the "
	       "whole into braces if it is a locator of your own.",
	.wrong = "[@gamma-2019, pargraph 12]",
	.right = "[@gamma-2019, paragraph 12] or [@gamma-2019, {leaf 3}]"},
    {.code = "CITE-L2",
	.level = LEVEL_WARNING,
	.title = "a locator that the citation style does not print",
	.means = "The page or paragraph is in the citation, and the style's "
		 "rules leave it out for this type of work.",
	.why = "Without it nobody can check the statement against the source.",
	.fix =
	    "Look whether the type of the work is right, or use another style. "
	    "What must be printed can stand behind the citation as words."},
    {.code = "CITE-L3",
	.level = LEVEL_WARNING,
	.title = "a locator that the style prints without its label",
	.means =
	    "The style prints the number alone: \"section 7\" becomes \"7\".",
	.why = "A reader takes a bare number for a page.",
	.fix = "Use another style, or write the label as words behind the "
	       "citation."},
    {.code = "CITE-L4",
	.level = LEVEL_ERROR,
	.title = "a source of which the citation style prints nothing",
	.means = "All that the style asks for in this type of work is missing "
		 "from the record, so that the citation is empty.",
	.fix = "Add what the type needs: author, title, date."},
    {.code = "CITE-L5",
	.level = LEVEL_WARNING,
	.title = "something that a source says is printed nowhere",
	.means = "The record has a number, a volume, a court or the like, and "
		 "the style prints it neither in notes nor in the list. It is "
		 "a warning where it identifies the source, an information "
		 "where it only helps to weigh it.",
	.why = "A reader may not find the source, or take it for another.",
	.fix = "Look whether the type of the work is right. The styles of this "
	       "project (oscola-4, oscola-5 and others in templates/styles) "
	       "print more of what lawyers need; a profile may turn the code "
	       "off under rules:."},
    {.code = "CITE-L6",
	.level = LEVEL_INFO,
	.title = "a type of work that the citation style has no rule for",
	.means = "The style prints it as any other work. For types of the law "
		 "(cases, legislation, treaties) it is a warning, for such a "
		 "citation is not how courts cite.",
	.fix = "Use a style made for lawyers, or correct the type."},
};

const struct area area_cite = AREA("CITE", "rules: citations", cite);

static const struct explanation verif[] = {
    {.code = "VERIF-01",
	.level = LEVEL_ERROR,
	.title = "no record that a person opened the cited sources",
	.means = "Each cited source needs custom.verified: with the name of a "
		 "person and a day. The message counts and lists those that "
		 "lack it, and the paragraphs that rest on knowledge that "
		 "nobody has checked. A program never sets it.",
	.why = "A source that nobody has opened may say something else, or may "
	       "not exist; a declaration that cited such works was excluded.",
	.authority = "Kohls v. Ellison (D. Minn. 10 January 2025); EOIR Policy "
		     "Memorandum 25-40 (8 August 2025)",
	.fix = "Open each source, find the passage, then record it in the list "
	       "of sources. Until then the report is a draft.",
	.right = "custom:\n  verified: {by: A. Expert, on: 2026-11-20, how: "
		 "read in full}"},
};

const struct area area_verif =
    AREA("VERIF", "rules: whether sources were opened", verif);

static const struct explanation ft[] = {
    {.code = "FT-02",
	.level = LEVEL_BLOCK,
	.title = "the report is longer than the forum allows, or nearly so",
	.means = "Counted are all pages of the PDF; the message gives the "
		 "number without appendices too, for whether these count is "
		 "not settled. Near the limit it is a warning.",
	.why = "A longer report needs permission, which is asked for in "
	       "writing and with reasons.",
	.authority = "First-tier Tribunal (IAC) Practice Direction of 1 "
		     "November 2024, para 9.2",
	.fix = "Leave out sections that no issue of the case needs, or use "
	       "their brief form; or record the permission in the case.",
	.right = "permission: {limit: 30, order_date: 2026-10-01}"},
};

const struct area area_ft = AREA("FT", "rules: the First-tier Tribunal", ft);

static const struct explanation waiv[] = {
    {.code = "WAIV-01",
	.level = LEVEL_ERROR,
	.title = "a waiver has no reason",
	.means = "The case waives a finding under waivers:, and does not say "
		 "why. Such a waiver has no effect.",
	.why = "The expert, not the program, decides what can be left; the "
	       "reason is what the expert will say when asked.",
	.fix = "Add reason: with the words.",
	.wrong = "waivers:\n- {rule: FT-02}",
	.right = "waivers:\n- {rule: FT-02, reason: permission applied for on "
		 "1 October}"},
    {.code = "WAIV-02",
	.level = LEVEL_WARNING,
	.title = "a waiver that meets no finding",
	.means = "The rule that it names found nothing, or nothing at the "
		 "place that it names under where:.",
	.fix = "Delete the waiver, or correct its rule or place. A waiver that "
	       "is kept for later would hide a new finding."},
};

const struct area area_waiv =
    AREA("WAIV", "waivers of findings in a case", waiv);

#include "base/catalogue_area.h"

/* What putting a sentence together from pieces does to its grammar. */
static const struct explanation gram[] = {
    {.code = "GRAM-01",
	.level = LEVEL_WARNING,
	.title = "a verb does not agree with its pronoun",
	.means = "A pronoun is followed by a verb of another number: \"he "
		 "have\", \"they was\". Wishes and conditions (\"if he "
		 "were\") and two subjects (\"he and she were\") are left "
		 "alone.",
	.why = "A section that was written for a woman and is used for people "
	       "who are \"they\" reads as another client's report.",
	.fix = "Let the verb follow the subject: |verb with both forms, or |s "
	       "with the plain one. `peritus sections test` shows a section "
	       "with every set of pronouns.",
	.wrong = "{{ subject.They }} was arrested and fears return.",
	.right = "{{ subject.They }} {{ subject|verb(\"was\", \"were\") }} "
		 "arrested and {{ subject|s(\"fear\") }} return."},
    {.code = "GRAM-02",
	.level = LEVEL_WARNING,
	.title = "\"a\" where \"an\" belongs, or the other way round",
	.means = "The article goes by the sound that follows: an hour, a "
		 "European, an MP, an 18-year-old. Where English has both (an "
		 "historic day, a NATO or an NATO base), nothing is said.",
	.fix = "Where a fact follows, let |a_or_an write the article.",
	.wrong = "She is a {{ subject.nationality }} national.",
	.right = "She is {{ subject.nationality|a_or_an }} national."},
    {.code = "GRAM-03",
	.level = LEVEL_WARNING,
	.title = "a word is there twice",
	.means = "The same word stands twice in a row. \"had had\", \"that "
		 "that\" and names such as Duran Duran are left alone.",
	.fix = "Strike one out. Where a fact brings the word (\"Ms\" in a "
	       "short name), the template should not.",
	.wrong = "Ms {{ subject.name.short }}",
	.right = "{{ subject.name.short }}"},
    {.code = "GRAM-04",
	.level = LEVEL_WARNING,
	.title = "more than one blank between two words",
	.means = "Two blanks in a row, most often where a tag between them "
		 "printed nothing. Two blanks after a sentence are left alone.",
	.fix = "Put the blank inside the branch that prints.",
	.wrong = "a {{ \"former\" if retired }} judge",
	.right = "a {{ \"former \" if retired }}judge"},
    {.code = "GRAM-05",
	.level = LEVEL_WARNING,
	.title = "a blank before a comma or full stop, or after a bracket",
	.means = "A blank stands before , . ; : ) ] ? or !, or after ( or [. "
		 "Most often a tag before the mark printed nothing.",
	.fix = "Put the blank inside the branch that prints.",
	.wrong = "She left {{ \"alone\" if alone }}.",
	.right = "She left{{ \" alone\" if alone }}."},
    {.code = "GRAM-06",
	.level = LEVEL_WARNING,
	.title = "an empty list or fact left its marks behind",
	.means = "Marks meet that had words between them when the template was "
		 "written: \", ,\" \"()\" \": .\" \"and .\" \"and or\".",
	.why = "The reader sees that something is missing, and not what.",
	.fix = "Ask first whether there is anything to print.",
	.wrong = "She ({{ place if place is defined }}) left.",
	.right = "She{% if place is defined %} ({{ place }}){% endif %} "
		 "left."},
    {.code = "GRAM-07",
	.level = LEVEL_WARNING,
	.title = "a sentence begins with a small letter",
	.means = "After a full stop, or where a paragraph begins with a fact, "
		 "a small letter follows. Abbreviations (e.g., para., Dr.), "
		 "initials and numbers end no sentence.",
	.fix = "Write the capital form of the pronoun (subject.They), or "
	       "|capitalize.",
	.wrong = "It was so. {{ subject.they }} left.",
	.right = "It was so. {{ subject.They }} left."},
    {.code = "GRAM-08",
	.level = LEVEL_WARNING,
	.title = "a bracket or quotation mark without its partner",
	.means = "In one paragraph something is opened and not closed, or "
		 "closed and not opened. A quotation may go on over several "
		 "paragraphs, each of which opens it.",
	.fix = "Close it, in both branches of the condition if there is one.",
	.wrong = "(born {{ born }}{% if place is defined %} in {{ place }}){% "
		 "endif %}",
	.right = "(born {{ born }}{% if place is defined %} in {{ place }}{% "
		 "endif %})"},
    {.code = "GRAM-09",
	.level = LEVEL_WARNING,
	.title = "a pronoun has a capital within a sentence",
	.means = "He, She, They or their like stand with a capital where no "
		 "sentence begins. Headings, titles of works and \"Her "
		 "Majesty\" are left alone.",
	.fix = "Write the small form: subject.they.",
	.wrong = "I accept that {{ subject.They }} left.",
	.right = "I accept that {{ subject.they }} left."},
    {.code = "GRAM-10",
	.level = LEVEL_WARNING,
	.title = "more than one full stop",
	.means = "Two full stops in a row, or more than four. Three are an "
		 "ellipsis, four an ellipsis and a full stop.",
	.fix = "The fact has its full stop: strike out the template's.",
	.wrong = "{{ f.text }}.",
	.right = "{{ f.text }}"},
    {.code = "GRAM-11",
	.level = LEVEL_WARNING,
	.title = "a noun does not agree with its number",
	.means = "\"1 children\", \"2 child\", \"one documents\". Only nouns "
		 "that reports count are known.",
	.fix = "Let |quantity or |plural choose the form.",
	.wrong = "She has {{ children|length }} children.",
	.right = "She has {{ children|length|quantity(\"child\", "
		 "\"children\") }}."},
    {.code = "GRAM-12",
	.level = LEVEL_WARNING,
	.title = "a pronoun of another set than the subject's",
	.means =
	    "A paragraph speaks of the subject through its facts, and the "
	    "template's own words have \"his\" for a woman, or \"her\" for a "
	    "man. It may be somebody else's: then nothing is wrong.",
	.why = "Reports in which another client's sex stands have been "
	       "rejected for it: they show that nobody read them.",
	.fix = "If the subject is meant, write subject.their or its like. If "
	       "not, name the person, or record a waiver with the reason.",
	.wrong = "{{ subject.name.short }} lost her house.",
	.right = "{{ subject.name.short }} lost {{ subject.their }} house."},
    {.code = "GRAM-13",
	.level = LEVEL_WARNING,
	.title = "a tag is printed as it stands",
	.means = "Braces as of a tag stand in what is printed. In a case there "
		 "are no tags: its values are words. In a template one pair of "
		 "braces makes none.",
	.why = "The court would read {{ country }}.",
	.fix = "Write the words themselves into the case; in a template, two "
	       "braces on each side.",
	.wrong = "text: She left for {{ country }}.",
	.right = "text: She left for Poland."},
};

const struct area area_gram = AREA("GRAM", "grammar", gram);

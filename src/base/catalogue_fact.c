#include "base/catalogue_area.h"

static const struct explanation fact[] = {
    {.code = "FACT-02",
	.level = LEVEL_ERROR,
	.title = "a tag asks for a fact that the case does not have",
	.means =
	    "The words between {{ and }}, or in an {% if %}, name something "
	    "that is nowhere in the case, in the expert's file or among what "
	    "the template has set. The message lists the names that are there "
	    "at that level, and the nearest one. With --draft it is a warning, "
	    "and [MISSING ...] is printed in a box.",
	.why = "A blank in the middle of a sentence is not seen until a judge "
	       "reads it. Nothing is ever printed in place of a fact that is "
	       "not there.",
	.fix = "Correct the name; or add the fact to the case; or, where it "
	       "may be absent, ask first with \"is defined\", or give words to "
	       "use instead with |default.",
	.wrong = "The appellant is a {{ subject.nationalty }} national.",
	.right = "The appellant is a {{ subject.nationality }} national.\n{% "
		 "if subject.ethnicity is defined %}She is {{ "
		 "subject.ethnicity }}.{% endif %}"},
    {.code = "FACT-03",
	.level = LEVEL_ERROR,
	.title = "a fact is there, but nothing was filled in",
	.means = "The key stands in the case, and behind its colon there is "
		 "nothing (or null, or ~, or only blanks). The message shows "
		 "the line of the case. With --draft it is a warning, and "
		 "[MISSING ...] is printed in a box.",
	.why = "A form half filled in must not become a sentence half written.",
	.fix = "Fill it in. If the fact is not known, say so in the case with "
	       "!unknown and a reason, and let the template ask \"is known\". "
	       "A template that can do without asks \"is none\".",
	.wrong = "religion:",
	.right = "religion: !unknown \"not stated in instructions\""},
    {.code = "FACT-04",
	.level = LEVEL_ERROR,
	.title = "a list, a map or a yes/no cannot be printed as it is",
	.means =
	    "The tag is right, but what it names is not words: a list of "
	    "several values, a map with values of its own, or true or false.",
	.why = "How to say it is a matter of language: \"Ali, Sara and Omid\" "
	       "is English, and a list in brackets is not.",
	.fix = "For a list write |and_list or |or_list, or a loop with {% for "
	       "%}. For a map, name the value within it. For true and false, "
	       "say both in words.",
	.wrong = "She speaks {{ subject.languages }}. An order is in force: {{ "
		 "anonymity.order }}.",
	.right = "She speaks {{ subject.languages|and_list }}. {{ 'An' if "
		 "anonymity.order else 'No' }} order is in force."},
    {.code = "FACT-05",
	.level = LEVEL_ERROR,
	.title = "a section or part needs a fact that is not there",
	.means = "The front matter of a section or part lists under needs: "
		 "what it cannot do without: facts of the case, of the expert "
		 "(expert.title) or of the profile. This one is not written, "
		 "or left empty. It is said once, with all that need it. With "
		 "--draft it is a warning.",
	.fix = "Add the fact to the file that the message names, or leave the "
	       "section out of the case's list of sections."},
    {.code = "FACT-06",
	.level = LEVEL_BLOCK,
	.title = "a final report may not have missing facts",
	.means = "The case says status: final, and somewhere --draft has put "
		 "[MISSING ...] in place of a fact. The report is not written.",
	.why = "What is served on a tribunal must be complete.",
	.fix = "Fill in the facts that the other messages name, or set status: "
	       "draft."},
    {.code = "FACT-07",
	.level = LEVEL_ERROR,
	.title = "a fact is marked as not known, and the text prints it",
	.means =
	    "The case says !unknown of this fact, with or without a reason. "
	    "The template uses it as if it were known. With --draft it is a "
	    "warning, and [MISSING ...] is printed in a box.",
	.why = "That something is not known is itself a fact, and a report "
	       "must say it in words.",
	.fix = "Ask first, and say what is to be read otherwise.",
	.wrong = "She was born on {{ subject.born|date }}.",
	.right = "{% if subject.born is known %}She was born on {{ "
		 "subject.born|date }}.{% else %}Her date of birth is not "
		 "known.{% endif %}"},
};

const struct area area_fact =
    AREA("FACT", "facts of the case that a text asks for", fact);

#include "base/catalogue_area.h"

static const struct explanation tpl[] = {
    {.code = "TPL-01",
	.level = LEVEL_ERROR,
	.title = "a tag, a block or a comment is never closed",
	.means = "What begins with {{, {% or {# ends with }}, %} or #} in the "
		 "same paragraph; and what begins with {% if %}, {% for %} and "
		 "their like ends with {% endif %}, {% endfor %} in the same "
		 "file. The message points at the beginning that has no end.",
	.fix =
	    "Write the end where the condition or the list is over. An end "
	    "that is there already may be misspelt, or stand in another file.",
	.wrong = "{% if subject.born is known %}\nShe was born on {{ "
		 "subject.born|date }.",
	.right = "{% if subject.born is known %}\nShe was born on {{ "
		 "subject.born|date }}.\n{% endif %}"},
    {.code = "TPL-02",
	.level = LEVEL_ERROR,
	.title = "the words within a tag are not what can stand there",
	.means = "The tag begins with a word that is no tag, or a sign stands "
		 "where another one must, a text within it has no closing "
		 "quotation mark, or an end closes nothing. The caret shows "
		 "the first word that does not fit.",
	.fix = "Look at what the hint says is missing. To compare is ==, not "
	       "=; words of your own stand within straight quotation marks; "
	       "names do not.",
	.wrong = "{% if subject.pronouns = she %}Ms{% endif %}",
	.right = "{% if subject.pronouns == \"she\" %}Ms{% endif %}"},
    {.code = "TPL-03",
	.level = LEVEL_ERROR,
	.title = "there is no filter, test or function of this name",
	.means = "What follows | is a filter, what follows \"is\" a test, what "
		 "stands before ( a function or macro. The name is none that "
		 "is known here; the nearest is shown. A macro is known only "
		 "below the place where it is written.",
	.fix = "Correct the name. Most have the names that Jinja2 gives them.",
	.wrong = "{{ subject.nationality|uper }}",
	.right = "{{ subject.nationality|upper }}"},
    {.code = "TPL-04",
	.level = LEVEL_ERROR,
	.title = "there is no file to include",
	.means = "{% include %} names a section that the case does not use, or "
		 "a part that the library does not have.",
	.fix = "Correct the name, or list the section in the case under "
	       "sections:. Where it may be absent, write \"ignore missing\" "
	       "behind the name.",
	.wrong = "{% include \"parts/cvs.md\" %}",
	.right = "{% include \"parts/cv.md\" %}"},
    {.code = "TPL-05",
	.level = LEVEL_ERROR,
	.title = "files include one another in a circle",
	.means = "A file includes another that, straight or by way of more "
		 "files, includes the first. The message shows the circle. It "
		 "is cut where it would begin again.",
	.fix = "Take out one of the includes. What both need goes into a third "
	       "file."},
    {.code = "TPL-06",
	.level = LEVEL_ERROR,
	.title = "an include leads out of the library",
	.means = "A name to include begins with a slash or has .. in it. Only "
		 "files of the library and of the case can be included.",
	.why = "A template must not be able to print any file of the machine.",
	.fix = "Copy the file into the library, or into the case's folder and "
	       "list it under sections:."},
    {.code = "TPL-07",
	.level = LEVEL_ERROR,
	.title = "a template takes too much: depth, steps or text",
	.means =
	    "There are limits that no report comes near: blocks 200 deep, "
	    "includes 16 deep, a million steps, 64 MB of text. A loop over a "
	    "loop over a long list reaches them, and so does a macro that "
	    "calls itself without end. The rest of the template is left out.",
	.fix = "Look at the loop or the macro that is shown: what does it go "
	       "through, and when does it stop?"},
    {.code = "TPL-08",
	.level = LEVEL_ERROR,
	.title = "a value is of a kind with which this cannot be done",
	.means = "A filter, a comparison, a loop or a sum is given something "
		 "that does not fit: a text where a date or a number is "
		 "wanted, a map where a list is wanted, an argument too many "
		 "or too few, an empty list of which the first is asked.",
	.why = "Other programs print something nevertheless: nothing, or "
	       "\"None\", or a comparison that is always false.",
	.fix = "The message says what was wanted and what was found. Texts are "
	       "joined with ~; a fact that looks like a number but stands "
	       "within quotation marks is text.",
	.wrong = "{{ subject.name + \" of Minsk\" }}\n{% if subject.born > "
		 "1990 %}She is young.{% endif %}",
	.right = "{{ subject.name.full ~ \" of Minsk\" }}\n{% if "
		 "subject.born|age < 30 %}She is young.{% endif %}"},
    {.code = "TPL-09",
	.level = LEVEL_ERROR,
	.title = "a value is called as if it were a function",
	.means = "In some languages a text has methods, as in x.upper(). Here "
		 "values have filters instead, written behind a bar.",
	.fix = "Write the filter of that name; the hint shows it.",
	.wrong = "{{ subject.nationality.upper() }}",
	.right = "{{ subject.nationality|upper }}"},
    {.code = "TPL-10",
	.level = LEVEL_WARNING,
	.title = "words that other programs take for a command are printed",
	.means = "A brace and # with a letter behind it begin an attribute, as "
		 "{#arrests} does, and not a comment; and a line that begins "
		 "with % is a line of words, whatever word follows. What is "
		 "shown looks as if something else had been meant.",
	.fix = "Write a blank behind {# to make it a comment. Write a "
	       "statement within {% and %}.",
	.wrong = "{#check this\nwith the solicitor #}",
	.right = "{# check this\nwith the solicitor #}"},
    {.code = "TPL-11",
	.level = LEVEL_WARNING,
	.title = "a tag is written with a letter that docxtpl needs",
	.means = "docxtpl and Gavel write {%p if %}, {%tr for %}, {{r x }}, to "
		 "say what of a Word file a tag stands in. Here a tag alone on "
		 "its line leaves no line behind anyway. The letter is passed "
		 "over, and the tag does what it would do without it.",
	.fix = "Drop the letter.",
	.wrong = "{%p if subject.born is known %}\nShe was born in {{ "
		 "subject.born|date(\"YYYY\") }}.\n{%p endif %}",
	.right = "{% if subject.born is known %}\nShe was born in {{ "
		 "subject.born|date(\"YYYY\") }}.\n{% endif %}"},
};

const struct area area_tpl = AREA("TPL", "tags of the template language", tpl);

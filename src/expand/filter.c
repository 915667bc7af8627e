#include "expand/call.h"

static const struct filter *const tables[] = {filters_text, filters_list,
    filters_pick, filters_number, filters_grammar, filters_date, filters_json,
    filters_format, filters_redact};

enum { TABLES = sizeof(tables) / sizeof(tables[0]) };

const struct filter *
filter_at(struct text name)
{
	for (size_t i = 0; i < TABLES; i++)
		for (const struct filter *f = tables[i]; f->name; f++)
			if (text_is(name, f->name))
				return f;
	return NULL;
}

/* Names that users of Jinja2 and docassemble know, and what to do here. */
static const struct {
	const char *name, *hint;
} elsewhere[] = {
    {"e", "a value is never markup here: leave it out"},
    {"escape", "a value is never markup here: leave it out"},
    {"forceescape", "a value is never markup here: leave it out"},
    {"safe", "use |md for a value that is Markdown"},
    {"markdown", "use |md"},
    {"striptags", "values have no tags; use |replace for what must go"},
    {"urlize", "write a link as Markdown has it: [words](address)"},
    {"urlencode", "a value in the address of a link is encoded anyway"},
    {"xmlattr", "attributes of Markdown are {#id .class key=value}"},
    {"attr", "use x.name or x['name']"},
    {"pprint", "use |tojson"},
    {"random", "a report reads the same whenever it is printed"},
    {"shuffle", "a report reads the same whenever it is printed"},
    {"center", "what stands where is for the sheet"},
    {"wordwrap", "lines are broken when the page is laid out"},
    {"filesizeformat", "use |round and the unit in words"},
    {"split", "write it as a list in the case"},
    {"strftime", "use |date('D MMMM YYYY')"},
    {"format_date", "use |date('D MMMM YYYY')"},
    {"title_case", "use |title"},
    {"comma_list", "use |and_list"},
    {"possessify", "use |possessive"},
    {"noun_plural", "use n|plural('child', 'children')"},
    {"quantity_noun", "use n|quantity('child', 'children')"},
    {"ordinal_number", "use |ordinal_words"},
    {"currency", "use '£%.2f'|format(x)"},
    {"fix_punctuation", "use |sentence"},
    {"indefinite_article", "use |a_or_an"},
};

struct text
filter_hint(struct arena *a, struct text name)
{
	struct near near = near_to(name);

	for (size_t i = 0; i < sizeof(elsewhere) / sizeof(*elsewhere); i++)
		if (text_is(name, elsewhere[i].name))
			return text_of(elsewhere[i].hint);
	for (size_t i = 0; i < TABLES; i++)
		for (const struct filter *f = tables[i]; f->name; f++)
			near_offer(&near, text_of(f->name));
	return near.best.n
	    ? text_fmt(a, "did you mean %.*s?", TEXT_ARG(near.best))
	    : TEXT("");
}

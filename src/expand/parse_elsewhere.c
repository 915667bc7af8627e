#include "expand/parse.h"

/* Tags of Jinja2 and its kin that are none here, and what to do instead. */
static const struct {
	const char *name, *hint;
} elsewhere[] = {
    {"extends", "the skeleton is the profile's report: include what you need"},
    {"block", "write the words in place, or {% include %} a part"},
    {"endblock", "leave it out with its {% block %}"},
    {"do", "use {% set x = ... %}"},
    {"break", "choose first: {% for x in xs if ... %}"},
    {"continue", "choose first: {% for x in xs if ... %}"},
    {"autoescape", "a value is never markup here: leave it out"},
    {"endautoescape", "leave it out with its {% autoescape %}"},
    {"trans", "write the words in the report's language"},
    {"pluralize", "use n|plural('child', 'children')"},
    {"endtrans", "leave it out with its {% trans %}"},
    {"debug", "peritus render shows what a template becomes"},
    {"assign", "use {% set x = ... %}"},
    {"capture", "use {% set x %} ... {% endset %}"},
    {"endcapture", "use {% endset %}"},
    {"unless", "use {% if not ... %}"},
    {"endunless", "use {% endif %}"},
    {"case", "use {% if %} and {% elif %}"},
    {"comment", "a comment is {# ... #}"},
    {"endcomment", "a comment is {# ... #}"},
    {"verbatim", "use {% raw %} ... {% endraw %}"},
    {"endverbatim", "use {% endraw %}"},
    {"render", "use {% include %}"},
    {"end", "name the block: {% endif %}, {% endfor %}"},
    {"cellbg", "what a table looks like is for the sheet"},
    {"hm", "what a table looks like is for the sheet"},
    {"vm", "what a table looks like is for the sheet"},
};

struct text
parse_elsewhere(struct text tag)
{
	for (size_t i = 0; i < sizeof(elsewhere) / sizeof(*elsewhere); i++)
		if (text_is(tag, elsewhere[i].name))
			return text_of(elsewhere[i].hint);
	return TEXT("");
}

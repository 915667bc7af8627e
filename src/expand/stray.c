#include "expand/stray.h"

#include "base/uni.h"

static bool
is_quote(uint32_t cp)
{
	return (cp >= 0x2018 && cp <= 0x201f) || cp == 0xab || cp == 0xbb
	    || cp == 0x2039 || cp == 0x203a || cp == 0x60 || cp == 0xb4;
}

static bool
is_dash(uint32_t cp)
{
	return (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212;
}

static const struct {
	const char *sign, *hint;
} signs[] = {
    {"&&", "write and"},
    {"||", "write or"},
    {"&", "write and"},
    {"!", "write not"},
    {"\u2026", "delete it"},
    {"\u2260", "write !="},
    {"\u2264", "write <="},
    {"\u2265", "write >="},
};

struct stray
stray_of(struct arena *a, struct text body, size_t at)
{
	struct text rest = text_sub(body, at, body.n);
	size_t end = 0;
	uint32_t cp = rest.n ? text_next(rest, &end) : 0;
	struct text it = text_sub(rest, 0, end);

	if (is_quote(cp))
		return (
		    struct stray){text_fmt(a,
				      "these are not the quotes of a tag: %.*s",
				      TEXT_ARG(it)),
		    TEXT("type straight ones: \" or '")};
	if (is_dash(cp))
		return (
		    struct stray){text_fmt(a,
				      "this is not the minus of a tag: %.*s",
				      TEXT_ARG(it)),
		    TEXT("type a hyphen: -")};
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (text_starts(rest, text_of(signs[i].sign)))
			return (struct stray){text_fmt(a,
						  "a sign that tags do not "
						  "have: %s",
						  signs[i].sign),
			    text_of(signs[i].hint)};
	if (uni_is_word(cp))
		return (struct stray){text_fmt(a,
					  "a letter that names in tags do not "
					  "have: %.*s",
					  TEXT_ARG(it)),
		    TEXT(
			"type it as a to z; it looks alike, or has an accent")};
	return (struct stray){text_fmt(a, "an unexpected character: %.*s",
				  TEXT_ARG(it)),
	    TEXT("")};
}

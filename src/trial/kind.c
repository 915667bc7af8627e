#include "trial/kind.h"

/* What an element of such a list is. */
static enum field_type
element_of(enum field_type type)
{
	if (type == FIELD_MAPS || type == FIELD_USES)
		return FIELD_MAP;
	return type == FIELD_PROSES ? FIELD_PROSE : FIELD_TEXT;
}

/* The keys of a path, an element "[]" being one of its own. */
static bool
next_key(struct text *rest, struct text *key)
{
	size_t end = 0;

	if (!rest->n)
		return false;
	if (text_starts(*rest, TEXT("[]")))
		end = 2;
	while (end < rest->n && rest->s[end] != '.' && rest->s[end] != '[')
		end++;
	*key = text_sub(*rest, 0, end);
	if (end < rest->n && rest->s[end] == '.')
		end++;
	*rest = text_sub(*rest, end, rest->n);
	return true;
}

struct kind
kind_of(struct text path)
{
	const struct schema *s = &case_schema;
	struct text rest = path, key;
	struct kind k = {.type = FIELD_ANY};

	if (text_starts(path, TEXT("expert."))) {
		s = &expert_schema;
		rest = text_sub(path, sizeof("expert.") - 1, path.n);
	}
	while (next_key(&rest, &key)) {
		if (text_is(key, "[]")) {
			k.type = element_of(k.type);
			k.needed = true;
			continue;
		}
		const struct schema_field *f = s ? schema_find(s, key) : NULL;
		if (!f)
			return (struct kind){.type = FIELD_ANY,
			    .closed = s && !schema_rest(s)};
		k = (struct kind){true, false, f->type, f->needed, f->words,
		    f->sample};
		s = f->map;
	}
	return k;
}

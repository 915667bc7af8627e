#include "model/kase.h"

/* "bosnia-herzegovina" is shown as "Bosnia Herzegovina". */
static struct text
country_name(struct arena *a, struct text id)
{
	struct buf b = {.a = a};
	bool first = true;

	for (size_t i = 0; i < id.n; i++) {
		char c = id.s[i] == '-' || id.s[i] == '_' ? ' ' : id.s[i];
		if (first && c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		first = c == ' ';
		buf_addc(&b, c);
	}
	return buf_text(&b);
}

static struct text
first_of(const struct value *v, const char *const *paths, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct text t = value_text(v, paths[i]);
		if (t.n)
			return t;
	}
	return TEXT("");
}

static struct text
word_for(struct arena *a, const struct kase *kase, struct text name)
{
	static const char *const subject[] = {"subject.name.initials",
	    "subject.name.short", "subject.name.full"};
	static const char *const expert[] = {"name.formal", "name.full",
	    "name"};

	if (text_is(name, "subject"))
		return first_of(kase->facts, subject, 3);
	if (text_is(name, "expert"))
		return first_of(kase->expert, expert, 3);
	if (text_is(name, "country"))
		return country_name(a, value_text(kase->facts, "country"));
	return value_text(kase->facts, text_cstr(a, name));
}

struct text
kase_words(struct arena *a, const struct kase *kase, struct text pattern)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < pattern.n;) {
		size_t end = text_findc(pattern, i, '}');
		if (pattern.s[i] != '{' || end == pattern.n) {
			buf_addc(&b, pattern.s[i++]);
			continue;
		}
		buf_add(&b, word_for(a, kase, text_sub(pattern, i + 1, end)));
		i = end + 1;
	}
	return buf_text(&b);
}

struct text
kase_title(struct arena *a, const struct kase *kase, const struct profile *p)
{
	struct text pattern = value_text(kase->facts, "title");

	if (!pattern.n && p)
		pattern = value_text(p->root, "title_line");
	if (!pattern.n)
		pattern =
		    TEXT("Expert report of {expert}: {subject} ({country})");
	return kase_words(a, kase, pattern);
}

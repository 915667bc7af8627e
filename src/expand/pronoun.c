#include "expand/pronoun.h"

#include "base/uni.h"

enum { FORMS = 5 };

static const char *const forms[FORMS] = {"they", "them", "their", "theirs",
    "themself"};

static const struct {
	const char *name;
	const char *form[FORMS];
	bool plural;
} sets[] = {
    {"she", {"she", "her", "her", "hers", "herself"}, false},
    {"he", {"he", "him", "his", "his", "himself"}, false},
    {"they", {"they", "them", "their", "theirs", "themself"}, true},
};

enum { SETS = sizeof(sets) / sizeof(sets[0]) };

static bool
of_set(struct text name, int form, struct text *out, bool *plural)
{
	for (int i = 0; i < SETS; i++) {
		if (text_is(name, sets[i].name)) {
			*out = text_of(sets[i].form[form]);
			*plural = sets[i].plural;
			return true;
		}
	}
	return false;
}

/* Which form a key asks for, or FORMS. */
static int
form_of(struct text key, bool *capital)
{
	char low[16];

	if (key.n == 0 || key.n >= sizeof(low))
		return FORMS;
	for (size_t i = 0; i < key.n; i++)
		low[i] = key.s[i];
	*capital = low[0] == 'T';
	if (*capital)
		low[0] = 't';
	for (int i = 0; i < FORMS; i++)
		if (text_is((struct text){low, key.n}, forms[i]))
			return i;
	return FORMS;
}

bool
pronoun_is(struct text key)
{
	bool capital;

	return form_of(key, &capital) < FORMS;
}

bool
pronoun(struct arena *a, struct datum of, struct text key, struct datum *out)
{
	bool capital = false, plural;
	int form = form_of(key, &capital);
	struct datum set, word;
	struct text t = {0};

	if (form == FORMS || !datum_key(of, TEXT("pronouns"), &set))
		return false;
	if (set.kind == DATUM_TEXT) {
		if (!of_set(set.text, form, &t, &plural))
			return false;
	} else {
		if (!datum_key(set, text_of(forms[form]), &word)
		    || word.kind != DATUM_TEXT)
			return false;
		t = word.text;
	}
	*out = datum_made(capital ? uni_capital(a, t) : t, set);
	return true;
}

bool
pronoun_plural(struct datum of, bool *plural)
{
	struct number n;
	struct text t;
	struct datum set;

	*plural = false;
	if (of.kind == DATUM_LIST) {
		*plural = datum_length(of) != 1;
		return true;
	}
	if (datum_number(of, &n)) {
		*plural = n.real || n.num != 1;
		return true;
	}
	if (!datum_key(of, TEXT("pronouns"), &set))
		return false;
	if (set.kind == DATUM_TEXT)
		return of_set(set.text, 0, &t, plural);
	struct datum flag = {0};
	*plural = datum_key(set, TEXT("plural"), &flag) && datum_true(flag);
	return set.kind == DATUM_MAP;
}

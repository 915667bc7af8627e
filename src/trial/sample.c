/*
 * sample.c - made-up values, of every shape that a fact of its kind can have
 *
 * Names are of nobody: the people are called Exemplar and Specimen, and come
 * from Ruritania and Atlantis.
 */
#include "base/quote.h"
#include "trial/factor.h"

struct sampler {
	struct arena *a;
	struct factor *f;
};

static struct text
quoted(struct arena *a, struct text t)
{
	struct buf b = {.a = a};

	quote_json(&b, t);
	return buf_text(&b);
}

static void
add_plain(struct sampler *s, struct text t)
{
	struct choice c = {t, t, 0};

	array_push(s->a, &s->f->choices, c);
}

static void
add(struct sampler *s, struct text t)
{
	struct choice c = {t, quoted(s->a, t), 0};

	array_push(s->a, &s->f->choices, c);
}

static void
add_list(struct sampler *s, const char *const *words)
{
	for (; *words; words++)
		add(s, text_of(*words));
}

/* Vowels and consonants, spoken and written, and a "u" that is neither. */
static const char *const nations[] = {"Ruritanian", "Atlantean", "Utopian",
    NULL};
static const char *const trades[] = {"baker", "engineer", "university lecturer",
    "hourly worker", NULL};
static const char *const full_names[] = {"Tessa Exemplar", "Niamh O'Specimen",
    "Idris Samples",
    "\u041f\u0440\u044b\u043a\u043b\u0430\u0434 "
    "\u0423\u0437\u043e\u0440\u043d\u044b",
    "Maximiliana Theodosia Wilhelmina Exemplar-Specimen of Much Longer Than "
    "Anybody Would Ever Write",
    NULL};
static const char *const short_names[] = {"Mx Exemplar", "Mx O'Specimen",
    "Mx Samples", "Mx \u0423\u0437\u043e\u0440\u043d\u044b",
    "Mx Exemplar-Specimen of Much Longer Than Anybody Would Ever Write", NULL};
static const char *const native_names[] =
    {"\u041f\u0440\u044b\u043a\u043b\u0430\u0434 "
     "\u0423\u0437\u043e\u0440\u043d\u044b",
	"\u10dc\u10d8\u10db\u10e3\u10e8\u10d8", NULL};
static const char *const initials[] = {"TE", "N O'S", NULL};
static const char *const pronouns[] = {"she", "he", "they", NULL};

/* By the last key of the path. */
static const struct {
	const char *keys; /* with a blank at both ends */
	const char *const *words;
} by_key[] = {
    {" nationality ethnicity citizenship religion ", nations},
    {" occupation trade profession ", trades},
    {" full ", full_names},
    {" name with judge person who ", full_names},
    {" short formal ", short_names},
    {" native ", native_names},
    {" initials ", initials},
    {" pronouns ", pronouns},
};

static struct text
last_key(struct text path)
{
	size_t i = path.n;

	while (i && path.s[i - 1] != '.')
		i--;
	struct text key = text_sub(path, i, path.n);
	if (text_ends(key, TEXT("[]")))
		key.n -= 2;
	return key;
}

static bool
among(const char *list, struct text word)
{
	struct text all = text_of(list);

	for (size_t i = text_find(all, 0, word); i < all.n;
	     i = text_find(all, i + 1, word))
		if (i && all.s[i - 1] == ' ' && all.s[i + word.n] == ' ')
			return true;
	return false;
}

/* "criminal_record" is read as "criminal record". */
static struct text
in_words(struct arena *a, struct text key)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < key.n; i++)
		buf_addc(&b, key.s[i] == '_' ? ' ' : key.s[i]);
	return buf_text(&b);
}

/* A day before the report's, and in the right order of a case's days. */
static struct text
day_of(struct text key)
{
	if (text_is(key, "report_date"))
		return TEXT("2026-11-20");
	if (text_is(key, "born"))
		return TEXT("1991-03-14");
	if (among(" letter received cutoff order_date made_on cv_date ", key))
		return TEXT("2026-10-01");
	if (text_is(key, "from"))
		return TEXT("2021-01-10");
	if (text_is(key, "to"))
		return TEXT("2022-03-20");
	return TEXT("2020-08-11");
}

static void
dates(struct sampler *s, struct text key, bool partial)
{
	struct text day = day_of(key);

	add_plain(s, day);
	if (!partial)
		return;
	add_plain(s, text_sub(day, 0, 7));
	add_plain(s, text_sub(day, 0, 4));
	add(s, text_fmt(s->a, "c. %.*s", 4, day.s));
}

static void
words_of(struct sampler *s, const char *words)
{
	struct text rest = text_of(words), word;

	while (schema_next_word(&rest, &word))
		add(s, word);
}

/* Each literal that the template compares it with, and one other. */
static void
literals(struct sampler *s, const struct ask *r, struct text key)
{
	bool numbers = true;
	int n = 0, highest = 0;

	for (size_t i = 0; i < r->literals.n; i++) {
		numbers = numbers && text_int(r->literals.at[i], &n);
		highest = numbers && n > highest ? n : highest;
	}
	for (size_t i = 0; i < r->literals.n; i++) {
		if (numbers)
			add_plain(s, r->literals.at[i]);
		else
			add(s, r->literals.at[i]);
	}
	if (!numbers) {
		add(s,
		    text_fmt(s->a, "another %.*s",
			TEXT_ARG(in_words(s->a, key))));
		return;
	}
	if (highest > 0)
		add_plain(s, text_fmt(s->a, "%d", highest - 1));
	add_plain(s, text_fmt(s->a, "%d", highest + 1));
}

static void
free_words(struct sampler *s, struct text key)
{
	struct text words = in_words(s->a, key);

	for (size_t i = 0; i < sizeof(by_key) / sizeof(by_key[0]); i++) {
		if (among(by_key[i].keys, key)) {
			add_list(s, by_key[i].words);
			return;
		}
	}
	s->f->free = true;
	add(s, text_fmt(s->a, "sample %.*s", TEXT_ARG(words)));
	add(s, text_fmt(s->a, "example %.*s", TEXT_ARG(words)));
}

/* By what the template does with it, for want of a schema. */
static void
by_use(struct sampler *s, const struct ask *r, struct text key)
{
	unsigned uses = r ? r->uses : ASK_PRINTED;

	if (uses & ASK_DATE) {
		dates(s, key, true);
	} else if (r && r->literals.n) {
		literals(s, r, key);
	} else if (uses & ASK_NUMBER) {
		add_plain(s, TEXT("2"));
		add_plain(s, TEXT("1"));
		add_plain(s, TEXT("12"));
	} else if ((uses & ASK_WHETHER) && !(uses & ASK_PRINTED)) {
		add_plain(s, TEXT("true"));
		add_plain(s, TEXT("false"));
	} else {
		free_words(s, key);
	}
}

static void
by_type(struct sampler *s, const struct ask *r, struct kind k, struct text key)
{
	struct text prose =
	    text_fmt(s->a, "A sample of %.*s.", TEXT_ARG(in_words(s->a, key)));

	if (k.type == FIELD_BOOL || k.type == FIELD_SWITCH) {
		add_plain(s, TEXT("true"));
		add_plain(s, TEXT("false"));
	} else if (k.type == FIELD_DATE || k.type == FIELD_PARTIAL) {
		dates(s, key, k.type == FIELD_PARTIAL);
	} else if (k.type == FIELD_ENUM && k.words) {
		words_of(s, k.words);
	} else if (k.type == FIELD_NUMBER || k.type == FIELD_LIMIT) {
		add_plain(s, TEXT("2"));
		add_plain(s, TEXT("1"));
	} else if (k.type == FIELD_PROSE || k.type == FIELD_PROSES) {
		s->f->free = true;
		add(s, prose);
	} else {
		by_use(s, r, key);
	}
}

void
sample_values(struct arena *a, struct factor *f, const struct ask *r,
    struct kind k, struct text country)
{
	struct sampler s = {a, f};
	struct text key = last_key(f->path);

	f->vital = text_is(key, "pronouns");
	if (text_is(f->path, "country") && country.n)
		add(&s, country);
	else if (f->vital)
		free_words(&s, key);
	else
		by_type(&s, r, k, key);
}

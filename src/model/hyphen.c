#include <hyphen.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/hyphen.h"

enum { DICTS = 4, WORD = 128 };

struct dict {
	char lang[HYPHEN_NAME];
	HyphenDict *dict;
	pthread_t thread;
	bool reading; /* to be joined */
};

struct hyphens {
	struct dict dicts[DICTS];
	size_t n;
};

struct hyphens *
hyphens_new(struct arena *a)
{
	return arena_make(a, struct hyphens);
}

void
hyphens_name(struct text lang, char out[HYPHEN_NAME])
{
	size_t n = 0;

	for (size_t i = 0; i < lang.n && n < 8; i++)
		out[n++] = lang.s[i] == '-' ? '_' : lang.s[i];
	out[n] = '\0';
	if (strcmp(out, "en") == 0)
		strcpy(out, "en_GB");
}

static void *
read_dict(void *arg)
{
	struct dict *d = arg;
	char path[64];

	snprintf(path, sizeof(path), "/usr/share/hyphen/hyph_%s.dic", d->lang);
	d->dict = hnj_hyphen_load(path);
	return NULL;
}

/* The language's, its reading begun; NULL when there is no room for it. */
static struct dict *
begin(struct hyphens *h, struct text lang)
{
	char name[HYPHEN_NAME];

	hyphens_name(lang, name);
	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->dicts[i].lang, name) == 0)
			return &h->dicts[i];
	if (h->n == DICTS || !name[0] || strchr(name, '/'))
		return NULL;
	struct dict *d = &h->dicts[h->n++];
	strcpy(d->lang, name);
	d->reading = pthread_create(&d->thread, NULL, read_dict, d) == 0;
	if (!d->reading)
		read_dict(d);
	return d;
}

static void
wait_for(struct dict *d)
{
	if (d->reading)
		pthread_join(d->thread, NULL);
	d->reading = false;
}

void
hyphens_start(struct hyphens *h, struct text lang)
{
	begin(h, lang);
}

bool
hyphens_have(struct hyphens *h, struct text lang)
{
	struct dict *d = begin(h, lang);

	if (d)
		wait_for(d);
	return d && d->dict && d->dict->utf8;
}

void
hyphens_close(struct hyphens *h)
{
	for (size_t i = 0; h && i < h->n; i++) {
		wait_for(&h->dicts[i]);
		if (h->dicts[i].dict)
			hnj_hyphen_free(h->dicts[i].dict);
	}
	if (h)
		h->n = 0;
}

bool
hyphens_divide(struct hyphens *h, struct text lang, struct text word,
    struct hyphen_limits l, char *out)
{
	char plain[WORD];
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;

	if (word.n >= WORD || !hyphens_have(h, lang))
		return false;
	memcpy(plain, word.s, word.n);
	plain[word.n] = '\0';
	if (hnj_hyphen_hyphenate3(begin(h, lang)->dict, plain, (int)word.n, out,
		NULL, &rep, &pos, &cut, l.left, l.right, l.left, l.right))
		return false;
	if (!rep)
		return true;
	/* spelling that changes at the hyphen: left whole */
	for (size_t i = 0; i < word.n; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
	return false;
}

#include "trial/sentence.h"

#include "base/uni.h"

/* A fact's place holder (trial.c, form) may begin one too. */
size_t
sentence_end(struct text t, size_t from)
{
	for (size_t i = from; i + 2 < t.n; i++) {
		size_t next = i + 2;
		if (!strchr(".?!", t.s[i]) || t.s[i + 1] != ' ')
			continue;
		if (t.s[next] == '\x01' || uni_is_upper(text_next(t, &next)))
			return i + 1;
	}
	return t.n;
}

size_t
sentences(struct arena *a, struct text t, struct text **out)
{
	ARRAY(struct text) all = {0};

	for (size_t i = 0; i < t.n;) {
		size_t end = sentence_end(t, i);
		array_push(a, &all, text_trim(text_sub(t, i, end)));
		i = end;
		while (i < t.n && t.s[i] == ' ')
			i++;
	}
	*out = all.at;
	return all.n;
}

#include "cli/names.h"

#include "base/file.h"
#include "base/map.h"

struct reader {
	struct arena *a;
	struct case_names *out;
	struct map seen;
	struct diag *d;
};

static void
add(struct reader *r, struct text path)
{
	if (path.n && !map_put(r->a, &r->seen, path, r->out))
		array_push(r->a, &r->out->at, path);
}

static bool
add_list(struct reader *r, struct text path)
{
	const struct source *src = text_is(path, "-")
	    ? file_stdin(r->a, r->d)
	    : file_read(r->a, path, path, (struct pos){0}, r->d);
	struct text rest = src ? src->body : TEXT(""), line;

	while (text_split(&rest, '\n', &line))
		add(r, text_trim(line));
	return src != NULL;
}

bool
case_names_read(struct arena *a, int argc, char **argv, struct case_names *out,
    struct diag *d)
{
	struct reader r = {.a = a, .out = out, .d = d};
	bool ok = true;

	for (int i = 0; i < argc; i++) {
		struct text word = text_of(argv[i]);
		if (text_starts(word, TEXT("@")))
			ok &= add_list(&r, text_sub(word, 1, word.n));
		else
			add(&r, word);
	}
	return ok;
}

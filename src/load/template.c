#include "base/file.h"
#include "load/read.h"
#include "load/yaml.h"

/* The line that begins at `at`, without its end; *next is the one after. */
static struct text
line_at(struct text t, size_t at, size_t *next)
{
	size_t end = text_findc(t, at, '\n');

	*next = end < t.n ? end + 1 : t.n;
	return text_trim(text_sub(t, at, end));
}

/*
 * front := "---" EOL yaml "---" EOL
 */
static bool
split(struct arena *a, struct template *t, struct diag *d)
{
	struct text body = t->src->body;
	size_t from, at, next;

	if (!text_is(line_at(body, 0, &from), "---"))
		return true;
	for (at = from; at < body.n; at = next) {
		if (!text_is(line_at(body, at, &next), "---"))
			continue;
		t->front = yaml_read(a, t->src, from, at, d);
		t->body = next;
		return t->front != NULL;
	}
	diag(d, LEVEL_ERROR, "SECT-02", (struct pos){t->src, 0, 3},
	    "the front matter is not closed by a line of ---");
	return false;
}

struct template *
template_of(struct arena *a, const struct source *src, struct diag *d)
{
	struct template *t = arena_make(a, struct template);

	t->src = src;
	split(a, t, d);
	return t;
}

struct template *
template_read(struct arena *a, struct text path, struct text name,
    struct pos asked, struct diag *d)
{
	const struct source *src = file_read(a, path, name, asked, d);

	return src ? template_of(a, src, d) : NULL;
}

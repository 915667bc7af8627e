#include "base/file.h"
#include "load/read.h"
#include "load/schema.h"
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
static void
split(struct arena *a, struct template *t, const struct schema *schema,
    struct diag *d)
{
	struct text body = t->src->body;
	size_t from, at, next;

	if (!text_is(line_at(body, 0, &from), "---"))
		return;
	for (at = from; at < body.n; at = next) {
		if (!text_is(line_at(body, at, &next), "---"))
			continue;
		struct value *front = yaml_read(a, t->src, from, at, d);
		if (front && schema)
			schema_check(a, front, schema, d);
		t->front = front;
		t->body = next;
		return;
	}
	diag(d, LEVEL_ERROR, "SECT-02", (struct pos){t->src, 0, 3},
	    "the front matter is not closed by a line of ---");
}

static struct template *
make(struct arena *a, const struct source *src, const struct schema *schema,
    struct diag *d)
{
	struct template *t = arena_make(a, struct template);

	t->src = src;
	split(a, t, schema, d);
	return t;
}

/* Texts of other programs have front matter of their own. */
struct template *
template_of(struct arena *a, const struct source *src, struct diag *d)
{
	return make(a, src, NULL, d);
}

struct template *
template_read(struct arena *a, struct text path, struct text name,
    struct pos asked, struct diag *d)
{
	const struct source *src = file_read(a, path, name, asked, d);

	return src ? make(a, src, &part_schema, d) : NULL;
}

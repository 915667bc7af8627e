#include "base/file.h"
#include "load/ids.h"
#include "load/order.h"
#include "load/own.h"
#include "load/read.h"
#include "load/schema.h"
#include "load/yaml.h"

struct value *
yaml_file(struct arena *a, struct text path, struct text name, struct pos asked,
    struct diag *d)
{
	struct source *s = file_read(a, path, name, asked, d);

	return s ? yaml_read(a, s, 0, s->body.n, d) : NULL;
}

struct text
root_find(struct arena *a, struct text path)
{
	struct text at = path_real(a, path_folder(path));

	for (;;) {
		if (!at.n)
			return TEXT("");
		if (file_exists(a, path_join(a, at, TEXT("templates"))))
			return at;
		if (text_is(at, "/"))
			return TEXT("");
		at = path_folder(at);
	}
}

/* Paths that users write are shown as they wrote them. */
static struct value *
read_expert(struct arena *a, const struct kase *k, struct text root,
    struct diag *d)
{
	const struct value *asked = value_at(k->facts, "expert");

	if (!asked || asked->kind != VALUE_TEXT)
		return NULL;
	struct text folder = path_folder(k->path);
	struct text path = path_join(a, folder, asked->text);
	struct text real = path_real(a, path);
	if (real.n && root.n && !path_inside(a, path, root)
	    && !path_inside(a, path, folder)) {
		diag(d, LEVEL_ERROR, "PATH-01", asked->pos,
		    "the path leads out of the project: %.*s",
		    TEXT_ARG(asked->text));
		return NULL;
	}
	struct text name = real.n ? path_show(real, root) : asked->text;
	struct value *v = yaml_file(a, path, name, asked->pos, d);
	if (v)
		schema_check(a, v, &expert_schema, d);
	return v;
}

static void
said_twice(const struct kase *k, const struct section_use *use, struct diag *d)
{
	for (size_t i = 0; i < k->sections.n; i++) {
		if (!text_eq(k->sections.at[i].id, use->id))
			continue;
		struct finding *f = diag(d, LEVEL_ERROR, "CASE-06", use->pos,
		    "this section is there twice: %.*s", TEXT_ARG(use->id));
		finding_remark(d, f, "first", k->sections.at[i].pos, "%s", "");
		return;
	}
}

static void
add_sections(struct arena *a, struct kase *k, struct diag *d)
{
	const struct value *list = value_at(k->facts, "sections");

	if (!list || list->kind != VALUE_LIST)
		return;
	for (const struct value *v = list->child; v; v = v->next) {
		const struct value *id =
		    v->kind == VALUE_MAP ? value_at(v, "id") : v;
		if (!id || id->kind != VALUE_TEXT)
			continue; /* the schema has said so */
		struct section_use use = {id->text, id->pos,
		    v->kind == VALUE_MAP ? v : NULL};
		said_twice(k, &use, d);
		array_push(a, &k->sections, use);
	}
}

static void
add_waivers(struct arena *a, struct kase *k)
{
	const struct value *list = value_at(k->facts, "waivers");

	if (!list || list->kind != VALUE_LIST)
		return;
	for (const struct value *v = list->child; v; v = v->next) {
		struct waiver w = {value_text(v, "rule"),
		    value_text(v, "where"), value_text(v, "reason"),
		    value_text(v, "who"), v->pos};
		const struct value *rule = value_at(v, "rule");
		if (rule)
			w.pos = rule->pos;
		array_push(a, &k->waivers, w);
	}
}

/* The fence for reading: what was asked for, else the nearest folder upwards
 * with templates/, else the case's own. */
static struct text
fence(struct arena *a, struct text path, struct text root, struct diag *d)
{
	struct text home = path_real(a, root.n ? root : root_find(a, path));

	if (home.n)
		return home;
	if (root.n)
		diag(d, LEVEL_ERROR, "FILE-01", (struct pos){0},
		    "there is no such folder: %.*s", TEXT_ARG(root));
	return path_real(a, path_folder(path));
}

const struct kase *
case_load(struct arena *a, struct text path, struct text root, struct diag *d)
{
	struct kase *k = arena_make(a, struct kase);
	struct text home = fence(a, path, root, d);
	struct text real = path_real(a, path);
	struct text name = path_show(real.n ? real : path, home);
	struct value *facts = yaml_file(a, path, name, (struct pos){0}, d);

	if (!facts)
		return NULL;
	schema_check(a, facts, &case_schema, d);
	if (facts->kind != VALUE_MAP)
		return NULL;
	k->path = path;
	k->stem = path_stem(path);
	k->facts = facts;
	k->root = home;
	k->profile = value_text(facts, "profile");
	k->final = text_is(value_text(facts, "status"), "final");
	k->expert = read_expert(a, k, home, d);
	add_sections(a, k, d);
	add_waivers(a, k);
	order_check(k, d);
	ids_check(a, k, d);
	own_read(a, k, d);
	return k;
}

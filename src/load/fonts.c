#include "base/file.h"
#include "load/folder.h"

static const char *const styles[FACE_STYLES] = {"regular", "italic", "bold",
    "bold_italic"};
static const char *const shown[FACE_STYLES] = {"regular", "italic", "bold",
    "bold italic"};

struct finder {
	struct arena *a;
	const struct where *w;
	const struct value *root;
	struct fonts *fonts;
	struct diag *d;
};

/* The first folder that has the file, or "". */
static struct text
find(struct finder *f, struct text path)
{
	const struct value *folders = value_at(f->root, "folders");

	if (f->w->places->fonts.n) {
		struct text at = path_join(f->a, f->w->places->fonts, path);
		if (file_exists(f->a, at))
			return at;
	}
	for (const struct value *v = folders ? folders->child : NULL; v;
	     v = v->next) {
		struct text at = path_join(f->a, v->text, path);
		if (file_exists(f->a, at))
			return at;
	}
	return TEXT("");
}

static struct face *
add_face(struct finder *f, const struct value *family, unsigned style)
{
	const struct value *v = value_key(family, text_of(styles[style]));

	if (!v)
		return NULL;
	struct face *face = arena_make(f->a, struct face);
	face->name =
	    text_fmt(f->a, "%.*s %s", TEXT_ARG(family->key), shown[style]);
	face->package = value_text(family, "package");
	face->path = find(f, v->text);
	face->pos = v->pos;
	face->id = (unsigned)f->fonts->faces.n;
	array_push(f->a, &f->fonts->faces, face);
	return face;
}

static void
add_family(struct finder *f, const struct value *v)
{
	struct family *fam = arena_make(f->a, struct family);

	fam->name = v->key;
	for (unsigned i = 0; i < FACE_STYLES; i++)
		fam->face[i] = add_face(f, v, i);
	if (!fam->face[FACE_REGULAR]) {
		diag(f->d, LEVEL_ERROR, "FONT-03", v->keypos,
		    "a family needs a regular face: %.*s", TEXT_ARG(v->key));
		return;
	}
	array_push(f->a, &f->fonts->families, fam);
}

static void
add_fallback(struct finder *f)
{
	const struct value *list = value_at(f->root, "fallback");

	for (const struct value *v = list ? list->child : NULL; v;
	     v = v->next) {
		struct family *fam = NULL;
		for (size_t i = 0; i < f->fonts->families.n; i++)
			if (text_eq(f->fonts->families.at[i]->name, v->text))
				fam = f->fonts->families.at[i];
		if (fam)
			array_push(f->a, &f->fonts->fallback, fam);
		else
			diag(f->d, LEVEL_ERROR, "FONT-03", v->pos,
			    "there is no such family: %.*s", TEXT_ARG(v->text));
	}
}

struct fonts *
fonts_read(struct arena *a, const struct where *w, struct diag *d)
{
	struct text name = TEXT("fonts/fonts.yaml");
	struct text path = folder_below(a, w->root, name, (struct pos){0}, d);
	struct finder f = {.a = a, .w = w, .d = d};

	f.fonts = arena_make(a, struct fonts);
	if (path.n && !file_exists(a, path) && w->places->share.n)
		path = path_join(a, w->places->share, name);
	if (path.n)
		f.root = yaml_file(a, path, name, (struct pos){0}, d);
	const struct value *families = value_at(f.root, "families");
	for (const struct value *v = families ? families->child : NULL; v;
	     v = v->next)
		add_family(&f, v);
	add_fallback(&f);
	return f.fonts;
}

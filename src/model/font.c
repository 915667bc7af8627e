#include <string.h>

#include <hb-ot.h>

#include "model/font.h"

const struct family *
fonts_family(const struct fonts *f, struct text name)
{
	for (size_t i = 0; i < f->families.n; i++)
		if (text_eq(f->families.at[i]->name, name))
			return f->families.at[i];
	return NULL;
}

static int32_t
metric(const struct face *f, hb_ot_metrics_tag_t tag, int32_t otherwise)
{
	hb_position_t v;

	if (hb_ot_metrics_get_position(f->font, tag, &v))
		return v;
	return otherwise;
}

static void
read_name(struct face *f)
{
	unsigned n = sizeof(f->ps);

	hb_ot_name_get_utf8(f->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME,
	    HB_LANGUAGE_INVALID, &n, f->ps);
	if (!n)
		memcpy(f->ps, "Font", 5);
}

static bool
read_face(struct face *f, hb_blob_t *blob)
{
	f->hb = hb_face_create(blob, f->index);
	f->upem = (int32_t)hb_face_get_upem(f->hb);
	if (hb_face_get_glyph_count(f->hb) == 0 || f->upem <= 0) {
		hb_face_destroy(f->hb);
		f->hb = NULL;
		return false;
	}
	f->font = hb_font_create(f->hb);
	hb_font_set_scale(f->font, f->upem, f->upem);
	hb_font_extents_t e;
	hb_font_get_h_extents(f->font, &e);
	f->ascent = e.ascender;
	f->descent = e.descender;
	f->cap_height =
	    metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT, f->upem * 7 / 10);
	f->x_height = metric(f, HB_OT_METRICS_TAG_X_HEIGHT, f->upem / 2);
	hb_blob_t *cff =
	    hb_face_reference_table(f->hb, HB_TAG('C', 'F', 'F', ' '));
	f->cff = hb_blob_get_length(cff) > 0;
	hb_blob_destroy(cff);
	read_name(f);
	return true;
}

bool
face_open(struct face *f)
{
	if (f->tried)
		return f->hb != NULL;
	f->tried = true;
	if (!f->path.n)
		return false;
	struct arena *a = arena_new();
	hb_blob_t *blob =
	    hb_blob_create_from_file_or_fail(text_cstr(a, f->path));
	arena_free(a);
	if (!blob)
		return false;
	bool ok = read_face(f, blob);
	hb_blob_destroy(blob);
	return ok;
}

void
fonts_close(struct fonts *f)
{
	for (size_t i = 0; i < f->faces.n; i++) {
		struct face *face = f->faces.at[i];
		hb_font_destroy(face->font);
		hb_face_destroy(face->hb);
		face->font = NULL;
		face->hb = NULL;
		face->tried = false;
	}
}

bool
face_covers(struct face *f, uint32_t cp)
{
	hb_codepoint_t gid;

	return face_open(f) && hb_font_get_nominal_glyph(f->font, cp, &gid);
}

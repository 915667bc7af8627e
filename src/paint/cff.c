#include "paint/cff.h"

#include <stdlib.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H

struct cids {
	FT_Library library;
	FT_Face face;
	hb_blob_t *blob; /* read by FreeType as long as the face is open */
};

struct reader {
	const uint8_t *at, *end;
};

static unsigned
take(struct reader *r, unsigned bytes)
{
	unsigned v = 0;

	while (bytes--)
		v = v << 8 | (r->at < r->end ? *r->at++ : 0u);
	return v;
}

static void
skip(struct reader *r, size_t n)
{
	size_t left = (size_t)(r->end - r->at);

	r->at += n < left ? n : left;
}

/* INDEX <- count:2 offSize:1 offset[count + 1] data.  Afterwards r holds the
 * first object if `enter`, else what follows the INDEX. */
static void
index_read(struct reader *r, bool enter)
{
	unsigned count = take(r, 2), size = count ? take(r, 1) : 0;

	if (!count)
		return;
	unsigned first = take(r, size), last = take(r, size);
	unsigned second = last;
	for (unsigned i = 2; i <= count && r->at < r->end; i++)
		last = take(r, size);
	skip(r, first - 1);
	if (!enter) {
		skip(r, last - first);
		return;
	}
	size_t left = (size_t)(r->end - r->at), want = second - first;
	r->end = r->at + (want < left ? want : left);
}

/* Top DICT of a CID-keyed font: two SIDs, a number, then ROS (12 30) as the
 * first operator (section 9). */
static bool
starts_with_ros(struct reader r)
{
	while (r.at < r.end) {
		unsigned b = take(&r, 1);
		if (b == 12)
			return take(&r, 1) == 30;
		if (b < 22)
			return false;
		if (b == 28)
			skip(&r, 2);
		else if (b == 29)
			skip(&r, 4);
		else if (b >= 247 && b <= 254)
			skip(&r, 1);
		else if (b == 30)
			while (r.at < r.end && (take(&r, 1) & 0xf) != 0xf)
				;
	}
	return false;
}

static bool
is_cid_keyed(const struct face *face)
{
	hb_blob_t *blob =
	    hb_face_reference_table(face->hb, HB_TAG('C', 'F', 'F', ' '));
	unsigned n;
	const uint8_t *at = (const uint8_t *)hb_blob_get_data(blob, &n);
	bool keyed = false;

	if (n > 4) {
		struct reader r = {at, at + n};
		skip(&r, at[2]);
		index_read(&r, false);
		index_read(&r, true);
		keyed = starts_with_ros(r);
	}
	hb_blob_destroy(blob);
	return keyed;
}

/* FreeType costs milliseconds on a large font and is only asked when the
 * answer is needed. */
struct cids *
cids_open(const struct face *face)
{
	unsigned n;

	if (!is_cid_keyed(face))
		return NULL;
	struct cids *c = calloc(1, sizeof(*c));
	if (!c || FT_Init_FreeType(&c->library)) {
		free(c);
		return NULL;
	}
	c->blob = hb_face_reference_blob(face->hb);
	const char *bytes = hb_blob_get_data(c->blob, &n);
	if (FT_New_Memory_Face(c->library, (const FT_Byte *)bytes, (FT_Long)n,
		(FT_Long)face->index, &c->face))
		c->face = NULL;
	return c;
}

uint16_t
cids_at(const struct cids *c, uint16_t gid)
{
	FT_UInt cid = 0;

	if (c->face)
		FT_Get_CID_From_Glyph_Index(c->face, gid, &cid);
	return (uint16_t)cid;
}

void
cids_close(struct cids *c)
{
	if (!c)
		return;
	if (c->face)
		FT_Done_Face(c->face);
	FT_Done_FreeType(c->library);
	hb_blob_destroy(c->blob);
	free(c);
}

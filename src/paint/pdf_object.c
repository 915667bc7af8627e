#include <stdarg.h>

#include "paint/pdf.h"

/* What a dictionary holds beside libharu's entries. */
struct extra {
	struct buf raw;
	bool is_stream;
	struct text stream;
};

HPDF_Dict
pdf_dict(struct pdf *p)
{
	HPDF_Dict d = HPDF_Dict_New(p->doc->mmgr);

	HPDF_Xref_Add(p->doc->xref, d);
	return d;
}

unsigned
pdf_ref(HPDF_Dict d)
{
	return d ? d->header.obj_id & 0x00ffffff : 0;
}

static HPDF_STATUS
write_raw(HPDF_Dict d, HPDF_Stream s)
{
	const struct extra *x = d->attr;

	return HPDF_Stream_Write(s, (const HPDF_BYTE *)x->raw.at,
	    (HPDF_UINT)x->raw.n);
}

static struct extra *
extra(struct pdf *p, HPDF_Dict d)
{
	if (!d->attr) {
		struct extra *x = arena_make(p->a, struct extra);
		x->raw.a = p->a;
		d->attr = x;
		d->write_fn = write_raw;
	}
	return d->attr;
}

void
pdf_raw(struct pdf *p, HPDF_Dict d, struct text entries)
{
	if (!d)
		return;
	struct buf *b = &extra(p, d)->raw;
	buf_add(b, entries);
	buf_addc(b, '\n');
}

void
pdf_rawf(struct pdf *p, HPDF_Dict d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	pdf_raw(p, d, text_vfmt(p->a, fmt, ap));
	va_end(ap);
}

HPDF_Dict
pdf_stream(struct pdf *p, struct text bytes, bool deflated)
{
	HPDF_Dict d = pdf_dict(p);

	if (!d)
		return NULL;
	if (deflated)
		bytes = deflate_text(p->z, bytes);
	pdf_rawf(p, d, "/Length %zu%s", bytes.n,
	    deflated ? "/Filter/FlateDecode" : "");
	struct extra *x = extra(p, d);
	x->is_stream = true;
	x->stream = bytes;
	return d;
}

bool
pdf_stream_bytes(HPDF_Dict d, struct text *bytes)
{
	if (d->write_fn != write_raw)
		return false;
	const struct extra *x = d->attr;
	*bytes = x->stream;
	return x->is_stream;
}

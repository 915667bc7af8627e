#include <stdarg.h>

#include "paint/pdf.h"

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
	const struct buf *b = d->attr;

	return HPDF_Stream_Write(s, (const HPDF_BYTE *)b->at, (HPDF_UINT)b->n);
}

void
pdf_raw(struct pdf *p, HPDF_Dict d, struct text entries)
{
	if (!d)
		return;
	struct buf *b = d->attr;
	if (!b) {
		b = arena_make(p->a, struct buf);
		b->a = p->a;
		d->attr = b;
		d->write_fn = write_raw;
	}
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

/* libharu removes /Filter from a stream that it does not deflate itself, so
 * that the entry has to be written raw. */
HPDF_Dict
pdf_stream(struct pdf *p, struct text bytes, bool deflated)
{
	HPDF_Dict d = HPDF_DictStream_New(p->doc->mmgr, p->doc->xref);

	if (!d)
		return NULL;
	d->filter = HPDF_STREAM_FILTER_NONE;
	if (deflated) {
		bytes = deflate_text(p->z, bytes);
		pdf_raw(p, d, TEXT("/Filter/FlateDecode"));
	}
	if (bytes.n)
		HPDF_Stream_Write(d->stream, (const HPDF_BYTE *)bytes.s,
		    (HPDF_UINT)bytes.n);
	return d;
}

#include "paint/pdf.h"

static HPDF_STATUS
collect(HPDF_Stream s, const HPDF_BYTE *bytes, HPDF_UINT n)
{
	buf_add(s->attr, (struct text){(const char *)bytes, n});
	return HPDF_OK;
}

struct text
pdf_file(struct pdf *p)
{
	struct buf out = {.a = p->a};
	HPDF_Stream s = HPDF_CallbackWriter_New(p->doc->mmgr, collect, &out);

	HPDF_Stream_WriteStr(s, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
	HPDF_Dict_Add(p->doc->trailer, "Root", p->doc->catalog);
	HPDF_Dict_Add(p->doc->trailer, "Info", p->doc->info);
	HPDF_Xref_WriteToStream(p->doc->xref, s, NULL);
	HPDF_Stream_Free(s);
	return buf_text(&out);
}

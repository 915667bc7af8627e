/*
 * pdf_meta.c - what the file says of itself: catalogue, Info, XMP
 *
 * Info and XMP say the same (ISO 19005-2, 6.6.4 asks for it).  Every date is
 * the report's own: the clock is never read.
 */
#include "paint/pdf.h"

/* "2026-11-20" */
static bool
is_date(struct text t)
{
	for (size_t i = 0; i < t.n; i++) {
		bool dash = i == 4 || i == 7;
		if (dash ? t.s[i] != '-' : t.s[i] < '0' || t.s[i] > '9')
			return false;
	}
	return t.n == 10;
}

static void
add_info(struct pdf *p, const struct properties *s)
{
	HPDF_Dict info = p->doc->info;

	HPDF_Dict_RemoveElement(info, "Producer");
	pdf_text(p, info, "Title", s->title);
	pdf_text(p, info, "Author", s->author);
	pdf_text(p, info, "Subject", s->subject);
	pdf_text(p, info, "Creator", s->producer);
	pdf_text(p, info, "Producer", s->producer);
	if (!is_date(s->date))
		return;
	struct text date = text_fmt(p->a, "D:%.4s%.2s%.2s000000Z", s->date.s,
	    s->date.s + 5, s->date.s + 8);
	pdf_text(p, info, "CreationDate", date);
	pdf_text(p, info, "ModDate", date);
}

static void
add_escaped(struct buf *b, struct text t)
{
	for (size_t i = 0; i < t.n; i++) {
		char c = t.s[i];
		if (c == '<')
			buf_add(b, TEXT("&lt;"));
		else if (c == '>')
			buf_add(b, TEXT("&gt;"));
		else if (c == '&')
			buf_add(b, TEXT("&amp;"));
		else if ((unsigned char)c >= ' ' || c == '\n' || c == '\t')
			buf_addc(b, c);
	}
}

/* One property; `before` and `after` are its container, "" for plain text. */
static void
add_property(struct buf *b, const char *name, const char *before,
    struct text value, const char *after)
{
	if (!value.n)
		return;
	buf_fmt(b, "<%s>%s", name, before);
	add_escaped(b, value);
	buf_fmt(b, "%s</%s>\n", after, name);
}

/* ISO 16684-1.  No padding: the file is not made to be edited in place. */
static struct text
xmp(struct pdf *p, const struct properties *s)
{
	static const char alt[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
	static const char end_alt[] = "</rdf:li></rdf:Alt>";
	struct buf b = {.a = p->a};
	struct text date = is_date(s->date)
	    ? text_fmt(p->a, "%.*sT00:00:00Z", TEXT_ARG(s->date))
	    : TEXT("");

	buf_add(&b,
	    TEXT("<?xpacket begin=\"\357\273\277\" "
		 "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
		 "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		 "<rdf:Description rdf:about=\"\"\n"
		 " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
		 " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
		 " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
		 "<dc:format>application/pdf</dc:format>\n"));
	add_property(&b, "dc:title", alt, s->title, end_alt);
	add_property(&b, "dc:creator", "<rdf:Seq><rdf:li>", s->author,
	    "</rdf:li></rdf:Seq>");
	add_property(&b, "dc:description", alt, s->subject, end_alt);
	add_property(&b, "dc:language", "<rdf:Bag><rdf:li>", s->lang,
	    "</rdf:li></rdf:Bag>");
	add_property(&b, "xmp:CreatorTool", "", s->producer, "");
	add_property(&b, "xmp:CreateDate", "", date, "");
	add_property(&b, "xmp:ModifyDate", "", date, "");
	add_property(&b, "pdf:Producer", "", s->producer, "");
	buf_add(&b,
	    TEXT("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
		 "<?xpacket end=\"r\"?>"));
	return buf_text(&b);
}

/* Readers open a report at its cover, whole size, with its outline beside it
 * and its title in the window's frame. */
static void
add_catalog(struct pdf *p, const struct properties *s)
{
	HPDF_Dict c = p->doc->catalog;

	pdf_raw(p, c,
	    TEXT("/ViewerPreferences<</DisplayDocTitle true>>"
		 "/PageLabels<</Nums[0<</S/D>>]>>"));
	if (p->pages->outlines.n)
		pdf_raw(p, c, TEXT("/PageMode/UseOutlines"));
	if (p->pages->pages.n)
		pdf_rawf(p, c, "/OpenAction[%u 0 R/XYZ null null 1]",
		    pdf_ref(p->page[0]));
	pdf_text(p, c, "Lang", s->lang);
}

void
pdf_meta(struct pdf *p)
{
	const struct properties *s = &p->verdict->properties;
	HPDF_Dict stream = pdf_stream(p, xmp(p, s), false);

	pdf_raw(p, stream, TEXT("/Type/Metadata/Subtype/XML"));
	HPDF_Dict_Add(p->doc->catalog, "Metadata", stream);
	add_info(p, s);
	add_catalog(p, s);
}

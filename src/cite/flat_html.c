/*
 * HTML as the official test-suite writes it: tags where formatting changes,
 * and a span that takes it back where it is doubled.
 */
#include "base/uni.h"
#include "cite/flat.h"

enum { HTML_DEPTH = 64 };

struct html {
	struct buf b;
	struct text close[HTML_DEPTH][6];
	size_t nclose[HTML_DEPTH], depth;
	uint8_t style[HTML_DEPTH], weight[HTML_DEPTH], variant[HTML_DEPTH];
};

/* A raised letter is written as one on the line, raised by its tag. */
static void
escape_wide(struct buf *b, uint32_t cp)
{
	uint32_t base[4];
	size_t n = uni_superscript(cp, base);

	if (!n) {
		buf_cp(b, cp);
		return;
	}
	buf_add(b, TEXT("<sup>"));
	for (size_t i = 0; i < n; i++)
		buf_cp(b, base[i]);
	buf_add(b, TEXT("</sup>"));
}

static void
escape(struct buf *b, struct text t)
{
	for (size_t i = 0; i < t.n;) {
		char c = t.s[i];
		if (c & 0x80) {
			escape_wide(b, text_next(t, &i));
			continue;
		}
		i++;
		if (c == '&')
			buf_add(b, TEXT("&#38;"));
		else if (c == '<')
			buf_add(b, TEXT("&#60;"));
		else if (c == '>')
			buf_add(b, TEXT("&#62;"));
		else
			buf_addc(b, c);
	}
}

static void
tag(struct html *h, const char *open, const char *close)
{
	size_t *n = &h->nclose[h->depth];

	buf_add(&h->b, text_of(open));
	if (*n < 6)
		h->close[h->depth][(*n)++] = text_of(close);
}

/* With the line ends that the suite has around blocks. */
static void
display(struct html *h, uint8_t how)
{
	if (how == DISPLAY_BLOCK)
		tag(h, "\n\n    <div class=\"csl-block\">", "</div>\n");
	else if (how == DISPLAY_LEFT)
		tag(h, "\n    <div class=\"csl-left-margin\">", "</div>");
	else if (how == DISPLAY_RIGHT)
		tag(h, "<div class=\"csl-right-inline\">", "</div>\n  ");
	else if (how == DISPLAY_INDENT)
		tag(h, "<div class=\"csl-indent\">", "</div>\n  ");
}

static void
slant(struct html *h, uint8_t want, bool markup)
{
	uint8_t *now = &h->style[h->depth];
	bool italic = *now == STYLE_ITALIC;

	if (want == STYLE_ITALIC && !italic) {
		tag(h, "<i>", "</i>");
		*now = STYLE_ITALIC;
	} else if (italic && (want == STYLE_NORMAL || (want && markup))) {
		tag(h, "<span style=\"font-style:normal;\">", "</span>");
		*now = STYLE_NORMAL;
	}
}

static void
open(struct html *h, const struct format *f)
{
	size_t d = h->depth;

	if (d + 1 >= HTML_DEPTH)
		return;
	h->depth = ++d;
	h->nclose[d] = 0;
	h->style[d] = h->style[d - 1];
	h->weight[d] = h->weight[d - 1];
	h->variant[d] = h->variant[d - 1];
	display(h, f->display);
	slant(h, f->style, f->markup);
	if (f->variant == VARIANT_SMALLCAPS && h->variant[d] != f->variant)
		tag(h, "<span style=\"font-variant:small-caps;\">", "</span>");
	else if (f->variant && h->variant[d] == VARIANT_SMALLCAPS)
		tag(h, "<span style=\"font-variant:normal;\">", "</span>");
	if (f->variant)
		h->variant[d] = f->variant;
	if (f->weight == WEIGHT_BOLD && h->weight[d] != WEIGHT_BOLD) {
		tag(h, "<b>", "</b>");
		h->weight[d] = WEIGHT_BOLD;
	} else if (h->weight[d] == WEIGHT_BOLD && f->weight
	    && (f->weight != WEIGHT_BOLD || f->markup)) {
		tag(h, "<span style=\"font-weight:normal;\">", "</span>");
		h->weight[d] = WEIGHT_NORMAL;
	}
	if (f->line == LINE_UNDER)
		tag(h, "<span style=\"text-decoration:underline;\">",
		    "</span>");
	if (f->rise == RISE_SUP)
		tag(h, "<sup>", "</sup>");
	else if (f->rise == RISE_SUB)
		tag(h, "<sub>", "</sub>");
	else if (f->rise == RISE_BASE)
		tag(h, "<span style=\"baseline\">", "</span>");
}

/* A blank at the end of a `block` is of no use in it: it goes behind. */
static void
close(struct html *h, bool block)
{
	bool blank = block && h->b.n && h->b.at[h->b.n - 1] == ' ';

	h->b.n -= blank;
	while (h->nclose[h->depth])
		buf_add(&h->b, h->close[h->depth][--h->nclose[h->depth]]);
	h->depth--;
	if (blank)
		buf_addc(&h->b, ' ');
}

struct text
flat_html(struct arena *a, const struct flat *f)
{
	struct html *h = arena_make(a, struct html);

	h->b.a = a;
	for (size_t i = 0; i < f->piece.n; i++) {
		const struct piece *p = &f->piece.at[i];
		if (p->kind == PIECE_OPEN) {
			open(h, &p->o->format);
		} else if (p->kind == PIECE_CLOSE && h->depth) {
			close(h, p->o->format.display == DISPLAY_RIGHT);
		} else {
			escape(&h->b, p->text);
		}
	}
	return buf_text(&h->b);
}

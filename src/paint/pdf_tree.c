#include "paint/pdf_tree.h"

#include <string.h>

enum kid_kind { KID_CONTENT, KID_ELEMENT, KID_ANNOTATION };

struct kid {
	enum kid_kind kind;
	uint32_t page;
	uint32_t number; /* MCID, element, or the annotation's object number */
};

struct element {
	const char *role;
	uint32_t parent;
	struct text lang, alt, label, actual;
	bool linked; /* stands among its parent's kids */
	bool mixed;  /* has content of its own */
	HPDF_Dict d;
	ARRAY(struct kid) kids;
};

/* The elements of one page's marked content, by MCID. */
struct marked {
	ARRAY(uint32_t) elements;
};

struct pdf_tree {
	struct pdf *p;
	ARRAY(struct element) elements;
	struct marked *pages;
	ARRAY(uint32_t) annotated; /* elements of annotations, by order */
};

static uint32_t
add_element(struct pdf_tree *t, struct element e)
{
	e.d = pdf_dict(t->p);
	array_push(t->p->a, &t->elements, e);
	return (uint32_t)t->elements.n - 1;
}

struct pdf_tree *
pdf_tree_new(struct pdf *p)
{
	if (p->pages->tags.n < 2)
		return NULL;
	struct pdf_tree *t = arena_make(p->a, struct pdf_tree);
	t->p = p;
	t->pages = arena_alloc(p->a, p->pages->pages.n * sizeof(*t->pages));
	for (size_t i = 0; i < p->pages->tags.n; i++) {
		const struct tag *tag = &p->pages->tags.at[i];
		add_element(t,
		    (struct element){.role = tag->role ? tag->role : "Span",
			.parent = tag->parent < i ? tag->parent : 0,
			.lang = tag->lang,
			.alt = tag->alt,
			.label = tag->label,
			.linked = i == 0});
	}
	return t;
}

static void
add_kid(struct pdf_tree *t, uint32_t element, struct kid kid)
{
	array_push(t->p->a, &t->elements.at[element].kids, kid);
}

/* Hangs an element, and what it belongs to, into the tree.  A parent stands
 * before its children, so that this ends. */
static void
link_in(struct pdf_tree *t, uint32_t element)
{
	while (!t->elements.at[element].linked) {
		uint32_t parent = t->elements.at[element].parent;
		t->elements.at[element].linked = true;
		add_kid(t, parent,
		    (struct kid){.kind = KID_ELEMENT, .number = element});
		element = parent;
	}
}

struct text
pdf_tree_mark(struct pdf_tree *t, size_t page, uint32_t element)
{
	struct marked *m = &t->pages[page];
	uint32_t mcid = (uint32_t)m->elements.n;
	struct buf b = {.a = t->p->a};

	link_in(t, element);
	array_push(t->p->a, &m->elements, element);
	add_kid(t, element, (struct kid){KID_CONTENT, (uint32_t)page, mcid});
	t->elements.at[element].mixed = true;
	buf_fmt(&b, "/%s<</MCID %u>>BDC", t->elements.at[element].role, mcid);
	return buf_text(&b);
}

uint32_t
pdf_tree_span(struct pdf_tree *t, uint32_t parent, struct text actual)
{
	return add_element(t,
	    (struct element){.role = "Span",
		.parent = parent,
		.actual = actual});
}

void
pdf_tree_annotation(struct pdf_tree *t, HPDF_Dict annotation, size_t page,
    uint32_t element)
{
	size_t key = t->p->pages->pages.n + t->annotated.n;

	if (!element || element >= t->p->pages->tags.n)
		return;
	link_in(t, element);
	array_push(t->p->a, &t->annotated, element);
	add_kid(t, element,
	    (struct kid){KID_ANNOTATION, (uint32_t)page, pdf_ref(annotation)});
	pdf_rawf(t->p, annotation, "/StructParent %zu", key);
}

static int
by_number(const void *a, const void *b)
{
	const struct kid *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

/* 14.7.2: a number alone is content on the element's own page (/Pg). */
static void
write_kids(struct pdf_tree *t, struct element *e)
{
	struct buf b = {.a = t->p->a};
	const struct kid *own = NULL;

	if (!e->mixed && e->kids.n && e->kids.at[0].kind == KID_ELEMENT)
		qsort(e->kids.at, e->kids.n, sizeof(*e->kids.at), by_number);
	buf_add(&b, TEXT("/K["));
	for (size_t i = 0; i < e->kids.n; i++) {
		const struct kid *k = &e->kids.at[i];
		unsigned page = pdf_ref(t->p->page[k->page]);
		if (k->kind != KID_ELEMENT && !own)
			own = k;
		if (k->kind == KID_ELEMENT)
			buf_fmt(&b, "%u 0 R ",
			    pdf_ref(t->elements.at[k->number].d));
		else if (k->kind == KID_ANNOTATION)
			buf_fmt(&b, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", page,
			    k->number);
		else if (k->page == own->page)
			buf_fmt(&b, "%u ", k->number);
		else
			buf_fmt(&b, "<</Type/MCR/Pg %u 0 R/MCID %u>>", page,
			    k->number);
	}
	buf_addc(&b, ']');
	if (own)
		buf_fmt(&b, "/Pg %u 0 R", pdf_ref(t->p->page[own->page]));
	pdf_raw(t->p, e->d, buf_text(&b));
}

/* A note is known by its label, which is unique; one without has its number
 * in the tree. */
static struct text
note_id(struct pdf_tree *t, size_t i)
{
	struct text label = t->elements.at[i].label;

	return label.n ? label : text_fmt(t->p->a, "element %zu", i);
}

static void
write_element(struct pdf_tree *t, size_t i, HPDF_Dict root)
{
	struct element *e = &t->elements.at[i];
	HPDF_Dict parent = i ? t->elements.at[e->parent].d : root;

	pdf_rawf(t->p, e->d, "/S/%s/P %u 0 R", e->role, pdf_ref(parent));
	pdf_text(t->p, e->d, "Lang", e->lang);
	pdf_text(t->p, e->d, "Alt", e->alt);
	pdf_text(t->p, e->d, "ActualText", e->actual);
	if (strcmp(e->role, "TH") == 0)
		pdf_raw(t->p, e->d, TEXT("/A<</O/Table/Scope/Column>>"));
	if (strcmp(e->role, "Note") == 0)
		pdf_text(t->p, e->d, "ID", note_id(t, i));
	write_kids(t, e);
}

/* 14.7.4.4: from marked content back to its element, by page and MCID, and
 * from an annotation to its own. */
static HPDF_Dict
parent_tree(struct pdf_tree *t)
{
	HPDF_Dict d = pdf_dict(t->p);
	struct buf b = {.a = t->p->a};
	size_t n = t->p->pages->pages.n;

	buf_add(&b, TEXT("/Nums["));
	for (size_t i = 0; i < n; i++) {
		const struct marked *m = &t->pages[i];
		buf_fmt(&b, "%zu[", i);
		for (size_t k = 0; k < m->elements.n; k++)
			buf_fmt(&b, "%u 0 R ",
			    pdf_ref(t->elements.at[m->elements.at[k]].d));
		buf_addc(&b, ']');
		pdf_rawf(t->p, t->p->page[i], "/StructParents %zu/Tabs/S", i);
	}
	for (size_t i = 0; i < t->annotated.n; i++)
		buf_fmt(&b, "%zu %u 0 R ", n + i,
		    pdf_ref(t->elements.at[t->annotated.at[i]].d));
	buf_addc(&b, ']');
	pdf_raw(t->p, d, buf_text(&b));
	return d;
}

struct named {
	struct text id;
	HPDF_Dict d;
};

static int
by_id(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	return text_cmp(x->id, y->id);
}

/* 14.7.2: required as soon as one element has an /ID. */
static void
add_id_tree(struct pdf_tree *t, HPDF_Dict root)
{
	ARRAY(struct named) names = {0};
	HPDF_Dict d;

	for (size_t i = 0; i < t->elements.n; i++)
		if (strcmp(t->elements.at[i].role, "Note") == 0)
			array_push(t->p->a, &names,
			    ((struct named){note_id(t, i),
				t->elements.at[i].d}));
	if (!names.n)
		return;
	qsort(names.at, names.n, sizeof(names.at[0]), by_id);
	d = pdf_dict(t->p);
	struct buf b = {.a = t->p->a};
	for (size_t i = 0; i < names.n; i++) {
		pdf_string(&b, names.at[i].id);
		buf_fmt(&b, "%u 0 R ", pdf_ref(names.at[i].d));
	}
	pdf_rawf(t->p, d, "/Names[%.*s]", TEXT_ARG(buf_text(&b)));
	HPDF_Dict_Add(root, "IDTree", d);
}

void
pdf_tree_write(struct pdf_tree *t)
{
	HPDF_Dict root = pdf_dict(t->p), catalog = t->p->doc->catalog;

	for (size_t i = 0; i < t->elements.n; i++)
		link_in(t, (uint32_t)i);
	for (size_t i = 0; i < t->elements.n; i++)
		write_element(t, i, root);
	HPDF_Dict_AddName(root, "Type", "StructTreeRoot");
	pdf_rawf(t->p, root, "/K %u 0 R/ParentTreeNextKey %zu",
	    pdf_ref(t->elements.at[0].d),
	    t->p->pages->pages.n + t->annotated.n);
	HPDF_Dict_Add(root, "ParentTree", parent_tree(t));
	add_id_tree(t, root);
	HPDF_Dict_Add(catalog, "StructTreeRoot", root);
	pdf_raw(t->p, catalog, TEXT("/MarkInfo<</Marked true>>"));
}

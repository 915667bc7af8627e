/*
 * ref_note.c - variables that are written into a work's note
 *
 *   note   := line*
 *   line   := ["{:"] var ":" value ["}"]
 *
 * Zotero's field for extras and Better BibTeX fill notes so.  A line counts
 * when CSL has the variable, whatever its case, with blanks for hyphens; names
 * of one variable add up.  What the work says in a field of its own stands, and
 * the line stays in the note; only the type is given by the note, for want of
 * item types is why people write it there.
 */
#include "load/reference.h"
#include "load/variable.h"

struct note {
	struct ref_reader *r;
	struct reference *ref;
	const struct value *v;
	size_t names; /* lists of names that the work brought along */
	struct buf kept;
};

static bool
has(const struct reference *ref, struct text var)
{
	for (size_t i = 0; i < ref->fields.n; i++)
		if (text_eq(ref->fields.at[i].var, var))
			return true;
	for (size_t i = 0; i < ref->dates.n; i++)
		if (text_eq(ref->dates.at[i].var, var))
			return true;
	return false;
}

static void
add_name(struct note *n, struct text var, const struct value *made)
{
	struct name_list l = {var, NULL, 0, made->pos};

	for (size_t i = n->names; i < n->ref->names.n; i++)
		if (text_eq(n->ref->names.at[i].var, var)) {
			ref_names(n->r, made, &n->ref->names.at[i]);
			return;
		}
	ref_names(n->r, made, &l);
	array_push(n->r->a, &n->ref->names, l);
}

static bool
brought_names(const struct note *n, struct text var)
{
	for (size_t i = 0; i < n->names; i++)
		if (text_eq(n->ref->names.at[i].var, var))
			return true;
	return false;
}

static bool
add(struct note *n, struct text key, struct text words)
{
	struct text var;
	struct value made = *n->v;
	enum variable kind = variable_find(key, &var);

	made.key = var;
	made.text = words;
	made.kind = VALUE_TEXT;
	if (text_is(key, "type") && type_known(words)) {
		n->ref->type = words;
		n->ref->typepos = n->v->pos;
		return true;
	}
	if (!words.n || kind == VARIABLE_NONE || text_is(var, "note")
	    || has(n->ref, var) || brought_names(n, var))
		return false;
	struct date d = {.var = var, .pos = n->v->pos};
	if (kind == VARIABLE_NAMES)
		add_name(n, var, &made);
	else if (kind == VARIABLE_TEXT)
		ref_field(n->r, n->ref, var, &made);
	else if (ref_date(n->r, &made, &d))
		array_push(n->r->a, &n->ref->dates, d);
	return true;
}

/* "Original Date" is original-date: letters, hyphens, blanks between. */
static struct text
key_of(struct arena *a, struct text t)
{
	t = text_dup(a, text_trim(t));
	struct buf b = {.a = a};

	if (t.n > 40)
		return TEXT("");
	for (size_t i = 0; i < t.n; i++)
		buf_addc(&b, t.s[i] == ' ' ? '-' : t.s[i]);
	return buf_text(&b);
}

static bool
variable_line(struct note *n, struct text line)
{
	size_t colon = text_findc(line, 0, ':');

	return colon < line.n
	    && add(n, key_of(n->r->a, text_sub(line, 0, colon)),
		text_trim(text_sub(line, colon + 1, line.n)));
}

/* Takes the "{:var: value}" out of a line; what is left of it is returned. */
static struct text
without_braces(struct note *n, struct text line)
{
	struct buf b = {.a = n->r->a};

	for (size_t i = 0; i < line.n;) {
		size_t open = text_find(line, i, TEXT("{:"));
		size_t close = text_findc(line, open, '}');
		if (close >= line.n)
			open = line.n;
		buf_add(&b, text_sub(line, i, open));
		if (open == line.n)
			break;
		if (!variable_line(n, text_sub(line, open + 2, close)))
			buf_add(&b, text_sub(line, open, close + 1));
		i = close + 1;
	}
	return buf_text(&b);
}

void
ref_note(struct ref_reader *r, struct reference *ref, const struct value *v)
{
	struct note n = {r, ref, v, ref->names.n, {.a = r->a}};
	struct text rest = text_trim(v->text), line;

	while (text_split(&rest, '\n', &line)) {
		struct text left = line;
		bool braces = text_find(line, 0, TEXT("{:")) < line.n;
		if (braces)
			left = without_braces(&n, line);
		else if (variable_line(&n, line))
			continue;
		if (!braces || text_trim(left).n)
			buf_fmt(&n.kept, "%s%.*s", n.kept.n ? "\n" : "",
			    TEXT_ARG(left));
	}
	if (n.kept.n) {
		struct value note = *v;
		note.text = text_trim(text_dup(r->a, buf_text(&n.kept)));
		ref_field(r, ref, TEXT("note"), &note);
	}
}

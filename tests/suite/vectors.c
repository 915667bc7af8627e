/*
 * vectors - run the vectors of the template language, tests/vectors/NAME.vec
 *
 *   vectors FILE...          say which fail; the last line is the sum
 *   vectors --json FILE...   one line of JSON a case: what it is and gives,
 *                            for those who compare it with another engine
 *
 * A line of a vector file begins with one character that says what it is:
 *
 *   ; a remark
 *   : facts, in YAML; before the first case they are those of every case
 *   # the name of a case, which begins it
 *   > a line of the template; the lines are joined, the last has no line end
 *   @ the name of a file: the > lines that follow are its own
 *   < a line of what comes out, joined in the same way
 *   ! the code of a fault that is found, and words that its message has
 *   ~ the name of the deviation from Jinja2 (tests/vectors/deviations), or
 *     `ours`: a name that Jinja2 does not have
 *
 * A case says either what comes out or every fault that is found.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/yaml.h"
#include "model/stage.h"

struct wanted {
	struct text code, words;
	unsigned found;
};

struct vector {
	struct text name, deviation;
	struct buf facts, out;
	struct map files; /* name -> struct buf; "" is the template itself */
	ARRAY(struct wanted) faults;
	bool gives; /* < was there */
	unsigned line;
};

struct suite {
	struct arena *a;
	struct text path;
	struct text facts;
	ARRAY(struct vector *) cases;
	struct map names; /* of this file's cases */
	unsigned passed, failed, deviations;
	bool json;
};

struct outcome {
	struct diag d;
	struct text out;
};

static struct text
slurp(struct arena *a, const char *path)
{
	struct buf b = {.a = a};
	char part[4096];
	FILE *f = fopen(path, "rb");

	if (!f) {
		perror(path);
		exit(2);
	}
	for (size_t n; (n = fread(part, 1, sizeof(part), f)) > 0;)
		buf_add(&b, (struct text){part, n});
	fclose(f);
	return buf_text(&b);
}

static void
join(struct buf *b, bool first, struct text line)
{
	if (!first)
		buf_addc(b, '\n');
	buf_add(b, line);
}

static struct buf *
file_at(struct arena *a, struct vector *v, struct text name, bool *first)
{
	void **slot = map_slot(a, &v->files, name);

	*first = !*slot;
	if (!*slot) {
		struct buf *b = arena_make(a, struct buf);
		b->a = a;
		*slot = b;
	}
	return *slot;
}

static void
fault(struct arena *a, struct vector *v, struct text line)
{
	size_t blank = text_findc(line, 0, ' ');
	struct wanted w = {text_sub(line, 0, blank),
	    text_trim(text_sub(line, blank, line.n)), 0};

	array_push(a, &v->faults, w);
}

static void
bad_line(const struct suite *s, unsigned line)
{
	fprintf(stderr, "%.*s:%u: not a line of a vector\n", TEXT_ARG(s->path),
	    line);
	exit(2);
}

static struct vector *
begin(struct suite *s, struct text name, unsigned line)
{
	struct vector *v = arena_make(s->a, struct vector);

	if (map_put(s->a, &s->names, name, v))
		bad_line(s, line); /* a name is given once */
	v->name = name;
	v->line = line;
	v->facts.a = v->out.a = s->a;
	buf_add(&v->facts, s->facts);
	array_push(s->a, &s->cases, v);
	return v;
}

static void
read_file(struct suite *s, const char *path)
{
	struct text rest = slurp(s->a, path), line, file = TEXT("");
	struct buf common = {.a = s->a};
	struct vector *v = NULL;
	unsigned n = 0;
	bool first;

	s->path = text_of(path);
	s->cases.n = 0;
	s->names = (struct map){0};
	while (text_split(&rest, '\n', &line)) {
		char mark = line.n ? line.s[0] : ';';
		struct text words = text_sub(line, 2, line.n);
		n++;
		if (mark == ';')
			continue;
		if (mark == '#') {
			s->facts = buf_text(&common);
			v = begin(s, words, n);
			file = TEXT("");
		} else if (mark == ':') {
			struct buf *b = v ? &v->facts : &common;
			buf_add(b, words);
			buf_addc(b, '\n');
		} else if (!v || (line.n > 1 && line.s[1] != ' ')) {
			bad_line(s, n);
		} else if (mark == '>') {
			struct buf *b = file_at(s->a, v, file, &first);
			join(b, first, words);
		} else if (mark == '@') {
			file = words;
		} else if (mark == '<') {
			join(&v->out, !v->gives, words);
			v->gives = true;
		} else if (mark == '!') {
			fault(s->a, v, words);
		} else if (mark == '~') {
			v->deviation = words;
		} else {
			bad_line(s, n);
		}
	}
}

static struct text
template_of(struct vector *v, struct text name)
{
	const struct buf *b = map_at(&v->files, name);

	return b ? buf_text(b) : TEXT("");
}

static struct source *
source_of(struct arena *a, struct text name, struct text body)
{
	struct source *s = arena_make(a, struct source);

	s->name = name;
	s->body = text_dup(a, body);
	return s;
}

static struct template *
template_new(struct arena *a, struct vector *v, struct text name)
{
	struct template *t = arena_make(a, struct template);

	t->id = name;
	t->src = source_of(a, name.n ? name : TEXT("t"), template_of(v, name));
	return t;
}

/* The files beside the template, for those who include or import them. */
static void
add_files(struct arena *a, struct vector *v, struct kase *kase)
{
	for (size_t i = 0; i < v->files.cap; i++) {
		struct text name = v->files.slots[i].key;
		if (v->files.slots[i].value && name.n)
			map_put(a, &kase->templates, name,
			    template_new(a, v, name));
	}
}

static void
run(struct arena *a, struct vector *v, struct outcome *o)
{
	struct text report = TEXT("reports/vector.md"), name = TEXT("vectors");
	struct profile profile = {.report = report};
	struct library lib = {.version = TEXT("0")};
	struct kase kase = {.stem = TEXT("case"), .profile = name};
	struct template *t = template_new(a, v, TEXT(""));
	struct source *facts =
	    source_of(a, TEXT("case.yaml"), buf_text(&v->facts));

	o->d.a = a;
	t->id = report;
	map_put(a, &lib.templates, report, t);
	map_put(a, &lib.profiles, name, &profile);
	add_files(a, v, &kase);
	kase.facts = v->facts.n ? yaml_read(a, facts, 0, facts->body.n, &o->d)
				: value_add(a, NULL, TEXT(""), VALUE_MAP,
				    TEXT(""), (struct pos){facts, 0, 0});
	o->out = script_text(a, render(a, &lib, &kase, NULL, &o->d));
}

static bool
says(const struct finding *f, struct text words)
{
	bool yes = words.n == 0 || text_find(f->text, 0, words) < f->text.n
	    || text_find(f->hint, 0, words) < f->hint.n;

	for (const struct remark *r = f->remarks; r && !yes; r = r->next)
		yes = text_find(r->text, 0, words) < r->text.n;
	return yes;
}

/* Each fault is wanted, and each that is wanted is there. */
static bool
as_wanted(struct vector *v, const struct outcome *o)
{
	size_t errors = 0;

	for (size_t i = 0; i < o->d.found.n; i++) {
		const struct finding *f = o->d.found.at[i];
		bool wanted = f->level < LEVEL_ERROR;
		errors += f->level >= LEVEL_ERROR;
		for (size_t k = 0; k < v->faults.n && !wanted; k++) {
			struct wanted *w = &v->faults.at[k];
			wanted = text_is(w->code, f->code) && says(f, w->words);
			w->found += wanted;
		}
		if (!wanted)
			return false;
	}
	for (size_t k = 0; k < v->faults.n; k++)
		if (!v->faults.at[k].found)
			return false;
	return errors || (v->gives && text_eq(buf_text(&v->out), o->out));
}

static void
show(const struct suite *s, struct vector *v, struct outcome *o)
{
	struct text want = buf_text(&v->out);

	printf("%.*s:%u: %.*s\n", TEXT_ARG(s->path), v->line,
	    TEXT_ARG(v->name));
	printf("  template: %.*s\n", TEXT_ARG(template_of(v, TEXT(""))));
	if (v->gives)
		printf("  wanted:   %.*s\n", TEXT_ARG(want));
	for (size_t k = 0; k < v->faults.n; k++)
		printf("  wanted:   %.*s %.*s\n",
		    TEXT_ARG(v->faults.at[k].code),
		    TEXT_ARG(v->faults.at[k].words));
	if (!diag_count(&o->d, LEVEL_ERROR))
		printf("  came:     %.*s\n", TEXT_ARG(o->out));
	fflush(stdout);
	diag_print(&o->d, stdout, DIAG_SHORT);
}

static void
put(json_t *o, const char *key, struct text t)
{
	json_object_set_new(o, key, json_stringn_nocheck(t.n ? t.s : "", t.n));
}

static struct text
first_error(const struct outcome *o)
{
	for (size_t i = 0; i < o->d.found.n; i++)
		if (o->d.found.at[i]->level >= LEVEL_ERROR)
			return o->d.found.at[i]->text;
	return TEXT("");
}

static void
print_json(const struct suite *s, struct vector *v, const struct outcome *o)
{
	json_t *j = json_object(), *codes = json_array(),
	       *files = json_object();

	put(j, "file", s->path);
	put(j, "name", v->name);
	put(j, "deviation", v->deviation);
	put(j, "facts", buf_text(&v->facts));
	put(j, "template", template_of(v, TEXT("")));
	put(j, "out", o->out);
	put(j, "message", first_error(o));
	for (size_t i = 0; i < o->d.found.n; i++)
		if (o->d.found.at[i]->level >= LEVEL_ERROR)
			json_array_append_new(codes,
			    json_string(o->d.found.at[i]->code));
	for (size_t i = 0; i < v->files.cap; i++)
		if (v->files.slots[i].value && v->files.slots[i].key.n)
			put(files, text_cstr(s->a, v->files.slots[i].key),
			    template_of(v, v->files.slots[i].key));
	json_object_set_new(j, "codes", codes);
	json_object_set_new(j, "files", files);
	json_dumpf(j, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(j);
}

static void
run_file(struct suite *s)
{
	for (size_t i = 0; i < s->cases.n; i++) {
		struct vector *v = s->cases.at[i];
		struct arena *a = arena_new();
		struct outcome o = {.out = TEXT("")};
		run(a, v, &o);
		bool fine = as_wanted(v, &o);
		if (s->json)
			print_json(s, v, &o);
		else if (!fine)
			show(s, v, &o);
		s->passed += fine;
		s->failed += !fine;
		s->deviations += v->deviation.n > 0;
		arena_free(a);
	}
}

int
main(int argc, char **argv)
{
	struct suite s = {.a = arena_new()};
	int first = 1;

	if (argc > 1 && strcmp(argv[1], "--json") == 0) {
		s.json = true;
		first++;
	}
	for (int i = first; i < argc; i++) {
		read_file(&s, argv[i]);
		run_file(&s);
	}
	if (!s.json)
		printf("vectors: %u passed, %u failed, %u deviations\n",
		    s.passed, s.failed, s.deviations);
	arena_free(s.a);
	return !s.json && (s.failed || !s.passed);
}

/*
 * head.c - running heads and feet
 */
#include "layout/head.h"

/* Stand in a slot's words for what each page fills in: no text has them. */
#define PAGE '\001'
#define PAGES '\002'

static const char *const months[] = {"January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November",
    "December"};

/* "2026-11-20" as a reader of that language writes it; else as it is. */
static struct text
date_words(struct arena *a, struct text date, struct text lang)
{
	int year, month, day;

	if (date.n != 10 || !text_int(text_sub(date, 0, 4), &year)
	    || !text_int(text_sub(date, 5, 7), &month)
	    || !text_int(text_sub(date, 8, 10), &day) || month < 1
	    || month > 12)
		return date;
	if (text_is(lang, "en-US"))
		return text_fmt(a, "%s %d, %d", months[month - 1], day, year);
	return text_fmt(a, "%d %s %d", day, months[month - 1], year);
}

static struct text
brace_words(struct arena *a, const struct kase *kase,
    const struct profile *profile, struct text brace)
{
	if (text_is(brace, "{title}"))
		return kase_title(a, kase, profile);
	if (text_is(brace, "{date}"))
		return date_words(a, value_text(kase->facts, "report_date"),
		    profile->lang);
	return kase_words(a, kase, brace);
}

static struct slot
slot_new(struct arena *a, const struct kase *kase,
    const struct profile *profile, struct text pattern)
{
	struct buf b = {.a = a};
	struct slot slot = {0};

	for (size_t i = 0; i < pattern.n;) {
		size_t open = text_findc(pattern, i, '{');
		size_t shut = text_findc(pattern, open, '}');
		buf_add(&b, text_sub(pattern, i, open));
		if (open == pattern.n)
			break;
		i = shut < pattern.n ? shut + 1 : shut;
		struct text brace = text_sub(pattern, open, i);
		if (text_is(brace, "{page}"))
			slot.page = true, buf_addc(&b, PAGE);
		else if (text_is(brace, "{pages}"))
			slot.pages = true, buf_addc(&b, PAGES);
		else
			buf_add(&b, brace_words(a, kase, profile, brace));
	}
	slot.words = text_trim(buf_text(&b));
	return slot;
}

struct line
head_line(struct head *h, int nth, size_t page, size_t pages)
{
	struct slot *slot = &h->slot[nth];
	struct buf b = {.a = h->a};

	if (!slot->words.n)
		return (struct line){0};
	if (slot->set)
		return slot->line;
	for (size_t i = 0; i < slot->words.n; i++) {
		char c = slot->words.s[i];
		if (c == PAGE)
			buf_fmt(&b, "%zu", page);
		else if (c == PAGES)
			buf_fmt(&b, "%zu", pages);
		else
			buf_addc(&b, c);
	}
	slot->line = words_set(h->set, buf_text(&b), h->type, TYPE_RAGGED);
	slot->set = !slot->page;
	return slot->line;
}

/* The left part gives way to the right one, from its last word on. */
static void
fit_left(struct head *h, mpt room)
{
	struct slot *left = &h->slot[HEAD_LEFT];
	mpt right = head_line(h, HEAD_RIGHT, 100, 100).width;
	struct text words = left->words;

	if (left->page || left->pages)
		return;
	room -= right > 0 ? right + 2 * h->type->size : 0;
	while (words.n > 0 && head_line(h, HEAD_LEFT, 1, 1).width > room) {
		while (words.n > 0 && words.s[words.n - 1] != ' ')
			words.n--;
		words = text_trim(words);
		left->words = text_fmt(h->a, "%.*s…", TEXT_ARG(words));
		left->set = false;
	}
}

struct head
head_new(struct arena *a, struct setter *set, const struct kase *kase,
    const struct profile *profile)
{
	const struct sheet *s = profile->sheet;
	struct text pattern[HEAD_SLOTS] = {s->running_left, s->running_right,
	    s->foot_left, s->foot_centre, s->foot_right};
	struct head h = {.a = a, .set = set, .type = &s->type[TYPE_RUNNING]};

	for (int i = 0; i < HEAD_SLOTS; i++)
		h.slot[i] = slot_new(a, kase, profile, pattern[i]);
	fit_left(&h, s->width - s->inner - s->outer);
	h.slot[HEAD_RIGHT].set = false;
	return h;
}

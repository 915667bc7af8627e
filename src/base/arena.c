/*
 * arena.c - chunks that grow, from a page to a huge page
 *
 * A scratch arena for one paragraph stays small, a report's grows quickly.  A
 * chunk of the last size is one huge page of the processor where the system
 * grants them: touching it costs one fault instead of five hundred, which is a
 * third of the time of a cold run.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, MADV_HUGEPAGE */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Test builds shrink both to 64, to give some bugs a chance. */
#ifdef ARENA_CHUNK
#define FIRST_CHUNK ARENA_CHUNK
#define LAST_CHUNK ARENA_CHUNK
#else
#define FIRST_CHUNK ((size_t)4 * 1024)
#define LAST_CHUNK HUGE
#endif
#define GROWTH 8 /* from FIRST_CHUNK to HUGE in three steps */
#define HUGE ((size_t)2 * 1024 * 1024) /* header included */

struct chunk {
	struct chunk *next;
	size_t mapped; /* bytes to unmap; 0: to free */
	alignas(max_align_t) char mem[];
};

struct arena {
	struct chunk *chunks; /* newest first */
	struct chunk *shared; /* the newest ordinary one, or NULL */
	struct chunk *spare;  /* huge ones, zeroed, for when they are wanted */
	char *at, *end;       /* free space in the newest ordinary chunk */
	char *used;           /* where that was never handed out: zeroed */
	size_t size;          /* of the next ordinary chunk */
};

static void *
must_calloc(size_t size)
{
	void *p = calloc(1, size);
	if (!p) {
		fputs("peritus: out of memory\n", stderr);
		exit(71);
	}
	return p;
}

/* Twice the size is asked for, so that an aligned half can be kept; NULL when
 * the system gives none. */
static struct chunk *
map_huge(void)
{
	char *p = mmap(NULL, 2 * HUGE, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	size_t before = HUGE - (uintptr_t)p % HUGE;
	munmap(p, before);
	if (before < HUGE)
		munmap(p + before + HUGE, HUGE - before);
	p += before;
	(void)madvise(p, HUGE, MADV_HUGEPAGE); /* only a wish */
	struct chunk *c = (struct chunk *)(void *)p;
	c->mapped = HUGE;
	return c;
}

static struct chunk *
add_chunk(struct arena *a, size_t size)
{
	bool huge = sizeof(struct chunk) + size == HUGE;
	struct chunk *c = huge ? a->spare : NULL;

	if (c)
		a->spare = c->next;
	else if (huge)
		c = map_huge();
	if (!c)
		c = must_calloc(sizeof(*c) + size);
	c->next = a->chunks;
	a->chunks = c;
	return c;
}

struct arena *
arena_new(void)
{
	struct arena *a = must_calloc(sizeof(*a));

	a->size = FIRST_CHUNK;
	return a;
}

static void
free_chunks(struct chunk *c)
{
	for (struct chunk *next; c; c = next) {
		next = c->next;
		if (c->mapped)
			munmap(c, c->mapped);
		else
			free(c);
	}
}

void
arena_free(struct arena *a)
{
	if (!a)
		return;
	free_chunks(a->chunks);
	free_chunks(a->spare);
	free(a);
}

/* The newest ordinary chunk is also the largest, and the first to be filled
 * next time; huge ones besides it are kept too, since giving them back and
 * having them mapped again costs more than to clear them.  Test builds keep
 * none, so that a stale pointer is found out. */
static struct chunk *
free_but(struct arena *a, struct chunk *keep)
{
	for (struct chunk *c = a->chunks, *next; c; c = next) {
		next = c->next;
		c->next = NULL;
		if (c == keep)
			continue;
		if (!keep || !c->mapped) {
			free_chunks(c);
			continue;
		}
		memset(c->mem, 0, c->mapped - sizeof(*c));
		c->next = a->spare;
		a->spare = c;
	}
	return keep;
}

void
arena_reset(struct arena *a)
{
	struct chunk *keep = a->shared;

#ifdef ARENA_CHUNK
	keep = NULL;
#endif
	a->chunks = a->shared = free_but(a, keep);
	if (keep) {
		a->used = a->at > a->used ? a->at : a->used;
		a->at = keep->mem;
	} else {
		a->at = a->end = a->used = NULL;
	}
}

/* Behind the newest chunk, which is the one that is still filled. */
void
arena_adopt(struct arena *a, struct arena *from)
{
	struct chunk **end = &a->chunks;

	while (*end)
		end = &(*end)->next;
	*end = from->chunks;
	free_chunks(from->spare);
	free(from);
}

/* What was handed out before a reset is cleared when it is handed out again:
 * the cache then has it at hand for whoever fills it. */
static void *
take(struct arena *a, size_t size)
{
	char *p = a->at;

	a->at += size;
	if (p < a->used)
		memset(p, 0, a->at < a->used ? size : (size_t)(a->used - p));
	return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);

	if (size > SIZE_MAX / 2)
		size = SIZE_MAX / 2; /* fails in must_calloc */
	size = (size + align - 1) / align * align;
	if (size > (size_t)(a->end - a->at)) {
		if (size > a->size / 4)
			return add_chunk(a, size)->mem;
		size_t room = a->size;
		if (room == HUGE)
			room -= sizeof(struct chunk);
		a->shared = add_chunk(a, room);
		a->at = a->shared->mem;
		a->end = a->at + room;
		a->used = a->at;
		if (a->size < LAST_CHUNK)
			a->size *= GROWTH;
	}
	return take(a, size);
}

void *
array_room(struct arena *a, void *at, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return at;
	*cap = *cap ? 2 * *cap : 8;
	void *wider = arena_alloc(a, *cap * size);
	if (n)
		memcpy(wider, at, n * size);
	return wider;
}

#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Chunks double from the first to the last size: a scratch arena for one
 * paragraph stays small, a report's grows quickly.  Test builds shrink both to
 * 64, to give some bugs a chance.
 */
#ifdef ARENA_CHUNK
#define FIRST_CHUNK ARENA_CHUNK
#define LAST_CHUNK ARENA_CHUNK
#else
#define FIRST_CHUNK ((size_t)4 * 1024)
#define LAST_CHUNK ((size_t)1024 * 1024)
#endif

struct chunk {
	struct chunk *next;
	alignas(max_align_t) char mem[];
};

struct arena {
	struct chunk *chunks; /* newest first */
	char *at, *end;       /* free space in the newest ordinary chunk */
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

static struct chunk *
add_chunk(struct arena *a, size_t size)
{
	struct chunk *c = must_calloc(sizeof(*c) + size);
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

void
arena_free(struct arena *a)
{
	if (!a)
		return;
	for (struct chunk *c = a->chunks, *next; c; c = next) {
		next = c->next;
		free(c);
	}
	free(a);
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
		a->at = add_chunk(a, a->size)->mem;
		a->end = a->at + a->size;
		if (a->size < LAST_CHUNK)
			a->size *= 2;
	}
	a->at += size;
	return a->at - size;
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

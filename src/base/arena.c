#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Test builds shrink this to 64, to give some bugs a chance. */
#ifndef ARENA_CHUNK
#define ARENA_CHUNK ((size_t)256 * 1024)
#endif

struct chunk {
	struct chunk *next;
	alignas(max_align_t) char mem[];
};

struct arena {
	struct chunk *chunks; /* newest first */
	char *at, *end;       /* free space in the newest ordinary chunk */
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
	return must_calloc(sizeof(struct arena));
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
	if (size > ARENA_CHUNK / 4)
		return add_chunk(a, size)->mem;
	if (size > (size_t)(a->end - a->at)) {
		a->at = add_chunk(a, ARENA_CHUNK)->mem;
		a->end = a->at + ARENA_CHUNK;
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

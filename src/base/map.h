/*
 * map.h - a table from texts to pointers
 *
 * Keys are borrowed: they must live as long as the map.  A map made of zeros
 * is empty and ready; it grows inside the arena it is handed.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/text.h"

struct map_slot {
	struct text key;
	void *value; /* NULL: the slot is free */
};

struct map {
	struct map_slot *slots;
	size_t n, cap; /* cap is 0 or a power of two */
};

/* Store value (not NULL) under key; returns what stood there before, or NULL. */
void *map_put(struct arena *a, struct map *m, struct text key, void *value);
void *map_at(const struct map *m, struct text key); /* NULL: not there */

/* The slot that key has or would take, made ready for *value to be filled in:
 * one search for "look up, or add". */
void **map_slot(struct arena *a, struct map *m, struct text key);

/*
 * An array that may grow long keeps the places of its names in a map, from
 * MAP_MANY elements on; below that, looking through it is as fast.
 * map_index() after each push; `name` gives the name of the i-th of `of`.
 */
enum { MAP_MANY = 16 };
void map_index(struct arena *a, struct map *m, size_t n,
    struct text (*name)(const void *of, size_t i), const void *of);
size_t map_indexed(const struct map *m, struct text key, size_t otherwise);

uint64_t text_hash(struct text t); /* the same on every machine */

#endif

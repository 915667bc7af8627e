/*
 * arena.h - memory that lives together and dies together
 *
 * A stage allocates everything it returns from the arena it is handed, and
 * frees nothing.  Allocation cannot fail: when memory runs out, arena.c
 * prints one line and exits with status 71.  Nothing else in src/ calls exit.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is allowed */

/* All that came from it is gone, and the room is used again: for scratch that
 * is wanted many times. */
void arena_reset(struct arena *a);

/* All that came from `from` now lives as long as `a`; `from` itself is gone. */
void arena_adopt(struct arena *a, struct arena *from);

/* Zeroed memory, aligned for any type, valid until arena_free(a). */
void *arena_alloc(struct arena *a, size_t size);

#define arena_make(a, type) ((type *)arena_alloc((a), sizeof(type)))

/*
 * A growing array inside an arena.  `arr` is evaluated several times and must
 * have no side effects.  Pointers into the array die at the next push.
 */
#define ARRAY(type)            \
	struct {               \
		type *at;      \
		size_t n, cap; \
	}
#define array_push(a, arr, item)                                       \
	((arr)->at = array_room((a), (arr)->at, (arr)->n, &(arr)->cap, \
	     sizeof(*(arr)->at)),                                      \
	    (arr)->at[(arr)->n++] = (item))

void *array_room(struct arena *a, void *at, size_t n, size_t *cap, size_t size);

#endif

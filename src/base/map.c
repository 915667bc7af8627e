#include "base/map.h"

/* FNV-1a, 64 bits: short keys, no secrets, the same everywhere. */
uint64_t
text_hash(struct text t)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < t.n; i++)
		h = (h ^ (unsigned char)t.s[i]) * 1099511628211u;
	return h ^ h >> 32;
}

static struct map_slot *
probe(const struct map *m, struct text key)
{
	size_t i = (size_t)text_hash(key) & (m->cap - 1);

	while (m->slots[i].value && !text_eq(m->slots[i].key, key))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

static void
grow(struct arena *a, struct map *m)
{
	struct map old = *m;

	m->cap = old.cap ? 2 * old.cap : 16;
	m->slots = arena_alloc(a, m->cap * sizeof(*m->slots));
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].value)
			*probe(m, old.slots[i].key) = old.slots[i];
}

void **
map_slot(struct arena *a, struct map *m, struct text key)
{
	if (4 * (m->n + 1) > 3 * m->cap)
		grow(a, m);
	struct map_slot *s = probe(m, key);
	if (!s->value) {
		s->key = key;
		m->n++;
	}
	return &s->value;
}

void *
map_put(struct arena *a, struct map *m, struct text key, void *value)
{
	void **slot = map_slot(a, m, key);
	void *old = *slot;

	*slot = value;
	return old;
}

void *
map_at(const struct map *m, struct text key)
{
	return m->cap ? probe(m, key)->value : NULL;
}

/* The place is kept as a pointer that is never followed, one more than it is,
 * since NULL is a free slot. */
void
map_index(struct arena *a, struct map *m, size_t n,
    struct text (*name)(const void *of, size_t i), const void *of)
{
	for (size_t i = m->n; i < n; i++)
		map_put(a, m, name(of, i), (void *)(uintptr_t)(i + 1));
}

size_t
map_indexed(const struct map *m, struct text key, size_t otherwise)
{
	void *at = map_at(m, key);

	return at ? (size_t)(uintptr_t)at - 1 : otherwise;
}

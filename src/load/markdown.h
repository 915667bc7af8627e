/*
 * markdown.h - within load/: the Markdown of CSL-YAML's strings, as the
 * HTML-like markup that CSL-JSON's have
 *
 *   *i* _i_             <i>              **b** __b__        <b>
 *   ^sup^               <sup>            ~sub~              <sub>
 *   [x]{.smallcaps}     small capitals   [x]{.nocase}       <span class=...>
 *   `as it is`          without marks    \* and its like    the mark itself
 *   -- --- ...          dashes and an ellipsis
 *
 * As in Pandoc's Markdown: a mark opens before a word and closes after one;
 * "_" stands at the edges of words; sup and sub hold no blank, but "\ ", which
 * is one that does not break.  A mark without its partner stands as written;
 * so do links, mathematics, citations and spans of other classes, and CSL's
 * own markup is kept.
 */
#ifndef LOAD_MARKDOWN_H
#define LOAD_MARKDOWN_H

#include "base/text.h"

struct text markdown_csl(struct arena *a, struct text t);

#endif

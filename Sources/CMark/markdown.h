// cmark, the reference implementation of CommonMark, as Debian ships it.
#ifndef PICKET_MARKDOWN_H
#define PICKET_MARKDOWN_H

#include <cmark.h>

#endif

// What Picket uses of zlib, under names that Swift can see: zlib's own are macros that carry its version.
#ifndef PICKET_ZLIB_H
#define PICKET_ZLIB_H

#include <string.h>
#include <zlib.h>

// Begins to inflate a zlib stream, the form with a checksum. To be closed with inflateEnd unless it fails.
static inline int picket_inflate_begin(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit(stream);
}

#endif

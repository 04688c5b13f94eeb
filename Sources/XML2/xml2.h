// What Picket uses of libxml2: its reader of HTML, which forgives everything, without the tree that it would build.
#ifndef PICKET_XML2_H
#define PICKET_XML2_H

#include <libxml/xmlversion.h>
// Debian's libxml2 brings ICU's headers along, whose names mean other things in Foundation. Only the hidden ends of
// structures that are never looked into here are of their types.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

// Who hears what is in a page. Elements come in pairs, the last one opened being the first one closed, whatever
// the page says; none are left out at its end unless reading was broken off.
struct picket_html_reader {
  void *context;
  // Puts the next bytes of the page, in UTF-8, into the buffer: how many, 0 at the end, -1 to break off.
  xmlInputReadCallback read;
  // An element begins; its attributes are names and values in turn, ended by a null. A value may be null.
  startElementSAXFunc start;
  endElementSAXFunc end;
  charactersSAXFunc characters;
};

// To be called once, before threads read pages.
static inline void picket_html_begin(void) { xmlInitParser(); }

// How many nanoseconds the processor has worked for this thread.
static inline int64_t picket_html_processor_time(void) {
  struct timespec time = {0, 0};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

// Reads a page from its beginning to its end. 0 where there is no memory for it.
//
// Nothing is fetched, no document type is looked at, and what the page says of its encoding is ignored.
static inline int picket_html_read(const struct picket_html_reader *reader) {
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!parser) { return 0; }
  // Without the functions that build a tree there is none, and nothing to free that could be deep.
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = reader->start;
  parser->sax->endElement = reader->end;
  parser->sax->characters = reader->characters;
  parser->sax->ignorableWhitespace = reader->characters;
  parser->userData = reader->context;
  htmlDocPtr page = htmlCtxtReadIO(
      parser, reader->read, 0, reader->context, 0, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
          | HTML_PARSE_IGNORE_ENC);
  if (page) { xmlFreeDoc(page); }
  htmlFreeParserCtxt(parser);
  return 1;
}

#endif

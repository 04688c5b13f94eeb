// What Picket uses of cairo, which writes PDF, and of Pango, which sets text in every script.
//
// Both are loaded by the first PDF: whoever never makes one needs neither. What is declared here has been the same in
// every version since cairo 1.16 and Pango 1.44, so that their headers are not needed to build.
#ifndef PICKET_PANGO_H
#define PICKET_PANGO_H

#include <stddef.h>
#include <stdint.h>

typedef struct picket_surface picket_surface;
typedef struct picket_cairo picket_cairo;
typedef struct picket_context picket_context;
typedef struct picket_layout picket_layout;
typedef struct picket_font picket_font;
typedef struct picket_runs picket_runs;

// Takes bytes of the file that is written: 0 where all is well, 11 (CAIRO_STATUS_WRITE_ERROR) where they cannot be.
typedef int (*picket_sink)(void *closure, const unsigned char *bytes, unsigned int count);

// Loads the libraries; 0 where one is missing or too old. To be called once: they stay until the process ends.
int picket_pango_load(void);

// A PDF of pages of this size in points, whose bytes go to the sink.
picket_surface *picket_pdf_open(picket_sink sink, void *closure, double width, double height);
// One of cairo's enumeration of metadata: 0 title, 1 author, 2 subject, 3 keywords, 4 creator, 5 and 6 times.
void picket_pdf_metadata(picket_surface *pdf, int which, const char *text);
// An entry of the outline that leads to a page, counted from 1. Returns its number.
int picket_pdf_outline(picket_surface *pdf, const char *text, int page);
// Ends the file. Returns cairo's status: 0 where all was written.
int picket_pdf_finish(picket_surface *pdf);
void picket_pdf_close(picket_surface *pdf);

picket_cairo *picket_cairo_open(picket_surface *pdf);
void picket_cairo_close(picket_cairo *cairo);
int picket_cairo_status(picket_cairo *cairo);
void picket_next_page(picket_cairo *cairo);
void picket_color(picket_cairo *cairo, double red, double green, double blue);
// A line from one point to another, of this width.
void picket_line(picket_cairo *cairo, double x, double y, double to_x, double to_y, double width);
// The beginning and the end of a part of the document's structure: a name of PDF's standard structure types.
void picket_tag_begin(picket_cairo *cairo, const char *name, const char *attributes);
void picket_tag_end(picket_cairo *cairo, const char *name);

// What texts are set with: their language, as a BCP 47 tag, and the direction of those that have none of their own.
picket_context *picket_context_open(const char *language, int is_right_to_left);
void picket_context_close(picket_context *context);

// A font: the families that are looked through, with commas; a size in points; a weight from 100 to 900.
picket_font *picket_font_open(const char *families, double size, int weight, int is_italic);
void picket_font_close(picket_font *font);

picket_layout *picket_layout_open(picket_context *context);
void picket_layout_close(picket_layout *layout);
void picket_layout_font(picket_layout *layout, const picket_font *font);
// The width in points at which lines break, and by how much all lines but the first are set in.
void picket_layout_width(picket_layout *layout, double width, double hanging);
// 0 at the left, 1 in the middle, 2 at the right.
void picket_layout_align(picket_layout *layout, int alignment);
void picket_layout_text(picket_layout *layout, const char *text, int count);
int picket_layout_line_count(picket_layout *layout);
// How many characters no font shows.
int picket_layout_unknown_count(picket_layout *layout);
// The width of the longest line, in points.
double picket_layout_natural_width(picket_layout *layout);
// Draws some of the lines, the first of them on this baseline and the others below it.
void picket_layout_draw(
    picket_cairo *cairo, picket_layout *layout, double x, double baseline, double leading, int first, int count);

// Runs of a text that look different from the rest.
picket_runs *picket_runs_open(void);
void picket_runs_close(picket_runs *runs);
void picket_runs_weight(picket_runs *runs, int weight, unsigned int start, unsigned int end);
void picket_runs_italic(picket_runs *runs, unsigned int start, unsigned int end);
void picket_runs_underline(picket_runs *runs, unsigned int start, unsigned int end);
void picket_runs_family(picket_runs *runs, const char *families, unsigned int start, unsigned int end);
void picket_runs_gray(picket_runs *runs, double brightness, unsigned int start, unsigned int end);
// Gives the layout these runs; null for none.
void picket_layout_runs(picket_layout *layout, picket_runs *runs);

// The script of a character as the four letters of ISO 15924, the first one highest.
uint32_t picket_script(uint32_t character);
// Whether it is a character at all: assigned, and not for private use.
int picket_is_assigned(uint32_t character);

#endif

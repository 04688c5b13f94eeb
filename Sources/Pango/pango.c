#include "pango_picket.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The parts of Pango's types that are looked into. They are part of its public interface.
typedef struct {
  int x, y, width, height;
} rectangle;

typedef struct {
  const void *class;
  unsigned int start, end;
} attribute;

#define SCALE 1024.0

// The functions of the libraries: result, name, parameters.
#define CAIRO(F)                                                                                      \
  F(picket_surface *, cairo_pdf_surface_create_for_stream, (picket_sink, void *, double, double))     \
  F(void, cairo_pdf_surface_set_metadata, (picket_surface *, int, const char *))                      \
  F(int, cairo_pdf_surface_add_outline, (picket_surface *, int, const char *, const char *, int))     \
  F(void, cairo_surface_finish, (picket_surface *))                                                   \
  F(int, cairo_surface_status, (picket_surface *))                                                    \
  F(void, cairo_surface_destroy, (picket_surface *))                                                  \
  F(picket_cairo *, cairo_create, (picket_surface *))                                                 \
  F(void, cairo_destroy, (picket_cairo *))                                                            \
  F(int, cairo_status, (picket_cairo *))                                                              \
  F(void, cairo_show_page, (picket_cairo *))                                                          \
  F(void, cairo_set_source_rgb, (picket_cairo *, double, double, double))                             \
  F(void, cairo_set_line_width, (picket_cairo *, double))                                             \
  F(void, cairo_move_to, (picket_cairo *, double, double))                                            \
  F(void, cairo_line_to, (picket_cairo *, double, double))                                            \
  F(void, cairo_stroke, (picket_cairo *))                                                             \
  F(void, cairo_tag_begin, (picket_cairo *, const char *, const char *))                              \
  F(void, cairo_tag_end, (picket_cairo *, const char *))                                              \
  F(void *, cairo_font_options_create, (void))                                                        \
  F(void, cairo_font_options_destroy, (void *))                                                       \
  F(void, cairo_font_options_set_hint_style, (void *, int))                                           \
  F(void, cairo_font_options_set_hint_metrics, (void *, int))

#define PANGO(F)                                                                                      \
  F(void, pango_context_set_language, (picket_context *, void *))                                     \
  F(void, pango_context_set_base_dir, (picket_context *, int))                                        \
  F(void, pango_context_set_round_glyph_positions, (picket_context *, int))                           \
  F(void *, pango_language_from_string, (const char *))                                               \
  F(picket_font *, pango_font_description_new, (void))                                                \
  F(void, pango_font_description_set_family, (picket_font *, const char *))                           \
  F(void, pango_font_description_set_absolute_size, (picket_font *, double))                          \
  F(void, pango_font_description_set_weight, (picket_font *, int))                                    \
  F(void, pango_font_description_set_style, (picket_font *, int))                                     \
  F(void, pango_font_description_free, (picket_font *))                                               \
  F(picket_layout *, pango_layout_new, (picket_context *))                                            \
  F(void, pango_layout_set_font_description, (picket_layout *, const picket_font *))                  \
  F(void, pango_layout_set_width, (picket_layout *, int))                                             \
  F(void, pango_layout_set_indent, (picket_layout *, int))                                            \
  F(void, pango_layout_set_wrap, (picket_layout *, int))                                              \
  F(void, pango_layout_set_alignment, (picket_layout *, int))                                         \
  F(void, pango_layout_set_auto_dir, (picket_layout *, int))                                          \
  F(void, pango_layout_set_text, (picket_layout *, const char *, int))                                \
  F(void, pango_layout_set_attributes, (picket_layout *, void *))                                     \
  F(int, pango_layout_get_line_count, (picket_layout *))                                              \
  F(int, pango_layout_get_unknown_glyphs_count, (picket_layout *))                                    \
  F(void, pango_layout_get_size, (picket_layout *, int *, int *))                                     \
  F(void *, pango_layout_get_iter, (picket_layout *))                                                 \
  F(int, pango_layout_iter_next_line, (void *))                                                       \
  F(void, pango_layout_iter_get_line_extents, (void *, rectangle *, rectangle *))                     \
  F(void *, pango_layout_iter_get_line_readonly, (void *))                                            \
  F(void, pango_layout_iter_free, (void *))                                                           \
  F(void *, pango_attr_list_new, (void))                                                              \
  F(void, pango_attr_list_insert, (void *, attribute *))                                              \
  F(void, pango_attr_list_unref, (void *))                                                            \
  F(attribute *, pango_attr_weight_new, (int))                                                        \
  F(attribute *, pango_attr_style_new, (int))                                                         \
  F(attribute *, pango_attr_underline_new, (int))                                                     \
  F(attribute *, pango_attr_family_new, (const char *))                                               \
  F(attribute *, pango_attr_foreground_new, (uint16_t, uint16_t, uint16_t))

#define PANGOCAIRO(F)                                                                                 \
  F(void *, pango_cairo_font_map_new, (void))                                                         \
  F(picket_context *, pango_font_map_create_context, (void *))                                        \
  F(void, pango_cairo_context_set_font_options, (picket_context *, const void *))                     \
  F(void, pango_cairo_context_set_resolution, (picket_context *, double))                             \
  F(void, pango_cairo_show_layout_line, (picket_cairo *, void *))

#define GOBJECT(F) F(void, g_object_unref, (void *))

#define GLIB(F)                                                                                       \
  F(int, g_unichar_get_script, (uint32_t))                                                            \
  F(uint32_t, g_unicode_script_to_iso15924, (int))                                                    \
  F(int, g_unichar_type, (uint32_t))

#define DECLARED(result, name, parameters) result(*name) parameters;

static struct {
  CAIRO(DECLARED)
  PANGO(DECLARED)
  PANGOCAIRO(DECLARED)
  GOBJECT(DECLARED)
  GLIB(DECLARED)
} pango;

struct function {
  const char *name;
  void *place;
};

#define LISTED(result, name, parameters) {#name, &pango.name},

static int load(const char *name, const struct function *functions, size_t count) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) { return 0; }
  for (size_t place = 0; place < count; place++) {
    void *function = dlsym(library, functions[place].name);
    if (!function) { return 0; }
    memcpy(functions[place].place, &function, sizeof function);
  }
  return 1;
}

#define LOAD(library, list)                                                                           \
  do {                                                                                                \
    const struct function functions[] = {list(LISTED)};                                               \
    if (!load(library, functions, sizeof functions / sizeof *functions)) { return 0; }                \
  } while (0)

int picket_pango_load(void) {
  LOAD("libcairo.so.2", CAIRO);
  LOAD("libglib-2.0.so.0", GLIB);
  LOAD("libgobject-2.0.so.0", GOBJECT);
  LOAD("libpango-1.0.so.0", PANGO);
  // It needs Pango, which brings `pango_font_map_create_context`.
  LOAD("libpangocairo-1.0.so.0", PANGOCAIRO);
  return 1;
}

// MARK: The file

picket_surface *picket_pdf_open(picket_sink sink, void *closure, double width, double height) {
  return pango.cairo_pdf_surface_create_for_stream(sink, closure, width, height);
}

void picket_pdf_metadata(picket_surface *pdf, int which, const char *text) {
  pango.cairo_pdf_surface_set_metadata(pdf, which, text);
}

int picket_pdf_outline(picket_surface *pdf, const char *text, int page) {
  char place[40] = "page=";
  char digits[20];
  int count = 0;
  do {
    digits[count++] = (char)('0' + page % 10);
    page /= 10;
  } while (page > 0);
  size_t end = strlen(place);
  while (count > 0) { place[end++] = digits[--count]; }
  strcpy(place + end, " pos=[0 0]");
  return pango.cairo_pdf_surface_add_outline(pdf, 0, text, place, 0);
}

int picket_pdf_finish(picket_surface *pdf) {
  pango.cairo_surface_finish(pdf);
  return pango.cairo_surface_status(pdf);
}

void picket_pdf_close(picket_surface *pdf) { pango.cairo_surface_destroy(pdf); }

picket_cairo *picket_cairo_open(picket_surface *pdf) { return pango.cairo_create(pdf); }

void picket_cairo_close(picket_cairo *cairo) { pango.cairo_destroy(cairo); }

int picket_cairo_status(picket_cairo *cairo) { return pango.cairo_status(cairo); }

void picket_next_page(picket_cairo *cairo) { pango.cairo_show_page(cairo); }

void picket_color(picket_cairo *cairo, double red, double green, double blue) {
  pango.cairo_set_source_rgb(cairo, red, green, blue);
}

void picket_line(picket_cairo *cairo, double x, double y, double to_x, double to_y, double width) {
  pango.cairo_set_line_width(cairo, width);
  pango.cairo_move_to(cairo, x, y);
  pango.cairo_line_to(cairo, to_x, to_y);
  pango.cairo_stroke(cairo);
}

void picket_tag_begin(picket_cairo *cairo, const char *name, const char *attributes) {
  pango.cairo_tag_begin(cairo, name, attributes);
}

void picket_tag_end(picket_cairo *cairo, const char *name) { pango.cairo_tag_end(cairo, name); }

// MARK: Texts

picket_context *picket_context_open(const char *language, int is_right_to_left) {
  void *fonts = pango.pango_cairo_font_map_new();
  if (!fonts) { return 0; }
  picket_context *context = pango.pango_font_map_create_context(fonts);
  pango.g_object_unref(fonts);
  if (!context) { return 0; }
  pango.pango_cairo_context_set_resolution(context, 72);
  void *options = pango.cairo_font_options_create();
  // CAIRO_HINT_STYLE_NONE and CAIRO_HINT_METRICS_OFF: what is printed has no pixels.
  pango.cairo_font_options_set_hint_style(options, 1);
  pango.cairo_font_options_set_hint_metrics(options, 1);
  pango.pango_cairo_context_set_font_options(context, options);
  pango.cairo_font_options_destroy(options);
  pango.pango_context_set_round_glyph_positions(context, 0);
  pango.pango_context_set_language(context, pango.pango_language_from_string(language));
  pango.pango_context_set_base_dir(context, is_right_to_left ? 1 : 0);
  return context;
}

void picket_context_close(picket_context *context) { pango.g_object_unref(context); }

picket_font *picket_font_open(const char *families, double size, int weight, int is_italic) {
  picket_font *font = pango.pango_font_description_new();
  pango.pango_font_description_set_family(font, families);
  pango.pango_font_description_set_absolute_size(font, size * SCALE);
  pango.pango_font_description_set_weight(font, weight);
  pango.pango_font_description_set_style(font, is_italic ? 2 : 0);
  return font;
}

void picket_font_close(picket_font *font) { pango.pango_font_description_free(font); }

picket_layout *picket_layout_open(picket_context *context) {
  picket_layout *layout = pango.pango_layout_new(context);
  // The document decides on which side a line begins: a name that is written from right to left must not.
  pango.pango_layout_set_auto_dir(layout, 0);
  // PANGO_WRAP_WORD_CHAR: between words, and where a word is wider than the line, within it.
  pango.pango_layout_set_wrap(layout, 2);
  return layout;
}

void picket_layout_close(picket_layout *layout) { pango.g_object_unref(layout); }

void picket_layout_font(picket_layout *layout, const picket_font *font) {
  pango.pango_layout_set_font_description(layout, font);
}

void picket_layout_width(picket_layout *layout, double width, double hanging) {
  pango.pango_layout_set_width(layout, (int)(width * SCALE));
  pango.pango_layout_set_indent(layout, (int)(-hanging * SCALE));
}

void picket_layout_align(picket_layout *layout, int alignment) {
  pango.pango_layout_set_alignment(layout, alignment);
}

void picket_layout_text(picket_layout *layout, const char *text, int count) {
  pango.pango_layout_set_text(layout, text, count);
}

int picket_layout_line_count(picket_layout *layout) { return pango.pango_layout_get_line_count(layout); }

int picket_layout_unknown_count(picket_layout *layout) {
  return pango.pango_layout_get_unknown_glyphs_count(layout);
}

double picket_layout_natural_width(picket_layout *layout) {
  int width = 0, height = 0;
  pango.pango_layout_get_size(layout, &width, &height);
  return width / SCALE;
}

void picket_layout_draw(
    picket_cairo *cairo, picket_layout *layout, double x, double baseline, double leading, int first, int count) {
  void *lines = pango.pango_layout_get_iter(layout);
  int place = 0;
  do {
    if (place >= first && place < first + count) {
      rectangle extents;
      pango.pango_layout_iter_get_line_extents(lines, 0, &extents);
      pango.cairo_move_to(cairo, x + extents.x / SCALE, baseline + (place - first) * leading);
      pango.pango_cairo_show_layout_line(cairo, pango.pango_layout_iter_get_line_readonly(lines));
    }
    place++;
  } while (place < first + count && pango.pango_layout_iter_next_line(lines));
  pango.pango_layout_iter_free(lines);
}

// MARK: Runs

picket_runs *picket_runs_open(void) { return pango.pango_attr_list_new(); }

void picket_runs_close(picket_runs *runs) { pango.pango_attr_list_unref(runs); }

static void add(picket_runs *runs, attribute *run, unsigned int start, unsigned int end) {
  run->start = start;
  run->end = end;
  pango.pango_attr_list_insert(runs, run);
}

void picket_runs_weight(picket_runs *runs, int weight, unsigned int start, unsigned int end) {
  add(runs, pango.pango_attr_weight_new(weight), start, end);
}

void picket_runs_italic(picket_runs *runs, unsigned int start, unsigned int end) {
  add(runs, pango.pango_attr_style_new(2), start, end);
}

void picket_runs_underline(picket_runs *runs, unsigned int start, unsigned int end) {
  add(runs, pango.pango_attr_underline_new(1), start, end);
}

void picket_runs_family(picket_runs *runs, const char *families, unsigned int start, unsigned int end) {
  add(runs, pango.pango_attr_family_new(families), start, end);
}

void picket_runs_gray(picket_runs *runs, double brightness, unsigned int start, unsigned int end) {
  uint16_t part = (uint16_t)(brightness * 65535);
  add(runs, pango.pango_attr_foreground_new(part, part, part), start, end);
}

void picket_layout_runs(picket_layout *layout, picket_runs *runs) {
  pango.pango_layout_set_attributes(layout, runs);
}

// MARK: Characters

uint32_t picket_script(uint32_t character) {
  return pango.g_unicode_script_to_iso15924(pango.g_unichar_get_script(character));
}

int picket_is_assigned(uint32_t character) {
  // G_UNICODE_UNASSIGNED, G_UNICODE_PRIVATE_USE and G_UNICODE_SURROGATE.
  int type = pango.g_unichar_type(character);
  return type != 2 && type != 3 && type != 4;
}

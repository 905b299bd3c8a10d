/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "base/message.h"
#include "format/html.h"
#include "term/screen.h"

/*
 * The reader's own fonts, light or dark as they have it, and black on white on
 * paper. The margin suits A4 and Letter; what belongs together stays on one
 * page.
 */
static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"" HTML_MARK
    "; form-action 'none'\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, "
    "initial-scale=1\">\n";

static const char rules[] =
    "@page { margin: 18mm }\n"
    ":root { color-scheme: light dark }\n"
    "body { color: #000; background: #fff; max-width: 44em; margin: 1em "
    "auto; padding: 0 1em; font: 12pt/1.5 sans-serif; overflow-wrap: "
    "anywhere }\n"
    "h1, h2, h3 { line-height: 1.25; break-after: avoid }\n"
    "h1 { font-size: 1.5em } h2 { font-size: 1.2em } h3 { font-size: "
    "1em }\n"
    "li, svg, tr { break-inside: avoid } svg { break-after: avoid }\n"
    "p, li { orphans: 3; widows: 3 }\n"
    "svg { display: block; width: 100%; max-width: 34em; height: auto }\n"
    "table { border-collapse: collapse; margin: .5em 0 1em }\n"
    "th, td { text-align: left; padding: .1em 1em .1em 0; border-bottom: 1px "
    "solid #888 }\n"
    "th { font-weight: normal } thead th { font-weight: bold }\n"
    "@media screen and (prefers-color-scheme: dark) { body { color: #eee; "
    "background: #191919 } }\n"
    "@media print { body { max-width: none; margin: 0; padding: 0 } }\n";

/* Words as text: tags, entities and quotes mean nothing; `lines` stay. */
static void
put_words(struct buf *b, const char *s, size_t n, int lines)
{
	static const char special[] = "&<>\"'\n";
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;",
	    "&quot;", "&#39;", "<br>\n" };
	struct buf safe = { 0 };
	const char *p, *at;

	/* What hides or turns text around is shown here, too. */
	screen_safe(&safe, s, n, lines);
	for (p = buf_string(&safe); *p != '\0'; p++)
		if ((at = strchr(special, *p)) != NULL)
			buf_str(b, entities[at - special]);
		else
			buf_char(b, *p);
	buf_free(&safe);
}

static void
put_text(struct buf *b, const char *s, size_t n)
{
	put_words(b, s, n, 1);
}

void
html_text(struct buf *b, const char *s, size_t n)
{
	put_words(b, s, n, 0);
}

void
html_language(struct buf *b)
{
	const char *s = message_language();

	for (; *s != '\0'; s++)
		buf_char(b, (char)(*s == '_' ? '-' : *s));
}

void
html_open(struct buf *b, const char *title, const char *style)
{
	buf_str(b, "<!DOCTYPE html>\n<html lang=\"");
	html_language(b);
	buf_str(b, "\">\n<head>\n");
	buf_str(b, head);
	html_element(b, "title", title);
	buf_printf(b, "<style>\n%s%s</style>\n</head>\n<body>\n<main>\n", rules,
	    style == NULL ? "" : style);
}

void
html_close(struct buf *b)
{
	buf_str(b, "</main>\n</body>\n</html>\n");
}

void
html_words(struct buf *b, const char *name, const char *language,
    const char *s, size_t n)
{
	buf_printf(b, "<%s dir=\"auto\" lang=\"", name);
	put_text(b, language == NULL ? "" : language,
	    language == NULL ? 0 : strlen(language));
	buf_str(b, "\">");
	put_text(b, s, n);
	/* In the middle of a line the end of one would be shown as a blank. */
	buf_printf(b, "</%s>%s", name, strcmp(name, "span") == 0 ? "" : "\n");
}

void
html_element(struct buf *b, const char *name, const char *s)
{
	buf_printf(b, "<%s>", name);
	put_text(b, s, strlen(s));
	buf_printf(b, "</%s>\n", name);
}

void
html_paragraphs(struct buf *b, const char *language, const char *s)
{
	struct buf text = { 0 };
	const char *end;

	for (; *(s += strspn(s, "\n")) != '\0'; s = end) {
		if ((end = strstr(s, "\n\n")) == NULL)
			end = s + strlen(s);
		buf_clear(&text);
		buf_put(&text, s, (size_t)(end - s));
		buf_chomp(&text);
		html_words(b, "p", language, buf_string(&text), text.length);
	}
	buf_free(&text);
}

/*
 * Copyright (c) 2026 The unhurried authors
 * SPDX-License-Identifier: ISC
 */

#include <string.h>

#include "base/buf.h"
#include "format/html.h"
#include "term/screen.h"

/*
 * Black on white in the reader's own fonts. The margin suits A4 and Letter;
 * what belongs together stays on one page.
 */
static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
    "'none'\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, "
    "initial-scale=1\">\n";

static const char rules[] =
    "@page { margin: 18mm }\n"
    "body { color: #000; background: #fff; max-width: 44em; margin: 1em "
    "auto; padding: 0 1em; font: 12pt/1.5 sans-serif; overflow-wrap: "
    "anywhere }\n"
    "h1, h2 { line-height: 1.25; break-after: avoid }\n"
    "h1 { font-size: 1.5em } h2 { font-size: 1.2em }\n"
    "li, section { break-inside: avoid }\n"
    "p, li { orphans: 3; widows: 3 }\n"
    "@media print { body { max-width: none; margin: 0; padding: 0 } }\n";

/* Words as text: tags, entities and quotes mean nothing, newlines stay. */
static void
put_text(struct buf *b, const char *s, size_t n)
{
	static const char special[] = "&<>\"'\n";
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;",
	    "&quot;", "&#39;", "<br>\n" };
	struct buf safe = { 0 };
	const char *p, *at;

	/* What hides or turns text around is shown here, too. */
	screen_safe(&safe, s, n, 1);
	for (p = buf_string(&safe); *p != '\0'; p++)
		if ((at = strchr(special, *p)) != NULL)
			buf_str(b, entities[at - special]);
		else
			buf_char(b, *p);
	buf_free(&safe);
}

void
html_open(struct buf *b, const char *language, const char *title,
    const char *style)
{
	buf_str(b, "<!DOCTYPE html>\n<html lang=\"");
	put_text(b, language, strlen(language));
	buf_str(b, "\">\n<head>\n");
	buf_str(b, head);
	html_element(b, "title", title);
	buf_printf(b, "<style>\n%s%s</style>\n</head>\n<body>\n", rules,
	    style == NULL ? "" : style);
}

void
html_close(struct buf *b)
{
	buf_str(b, "</body>\n</html>\n");
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
	buf_printf(b, "</%s>\n", name);
}

void
html_element(struct buf *b, const char *name, const char *s)
{
	buf_printf(b, "<%s>", name);
	put_text(b, s, strlen(s));
	buf_printf(b, "</%s>\n", name);
}
